/**
 * The state of a figure in the attributes of its element, one a field. Who sets an attribute changes the figure; what a reader changes
 * is written into them, and told afterwards. An attribute that is missing, or means nothing, stands for the default.
 */
import type { FigureStore } from '../components/figures/shell/hooks/figure-store.ts';

export interface AttributeStore extends FigureStore {
  /** For the element's `attributeChangedCallback`. */
  attributeChanged(): void;
}

interface AttributeStoreOptions {
  readonly element: Pick<Element, 'getAttribute' | 'setAttribute'>;
  /** By an attribute's name, what the figure's text calls it. */
  readonly keys: Readonly<Record<string, string>>;
  /** The state that the figure starts with, as text. */
  readonly initial: string;
  /** The reader has changed something, and the attributes say so. */
  readonly onChange: () => void;
}

export function createAttributeStore({
  element,
  keys,
  initial,
  onChange,
}: AttributeStoreOptions): AttributeStore {
  const listeners = new Set<() => void>();
  let isWriting = false;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    get: () =>
      Object.entries(keys)
        .map(([name, key]) => [key, element.getAttribute(name)] as const)
        .filter(([, value]) => value !== null)
        .map(([key, value]) => `${key}:${value}`)
        .join(','),
    set(_figure, text = initial) {
      const values = new Map(text.split(',').map((part) => part.split(':') as [string, string]));
      isWriting = true;
      for (const [name, key] of Object.entries(keys)) element.setAttribute(name, values.get(key) ?? '');
      isWriting = false;
      tell();
      onChange();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attributeChanged() {
      if (!isWriting) tell();
    },
  };
}
