/**
 * The states of a page's figures, held as text and mirrored in the URL. Figures write often, so the URL follows after a
 * pause and in place; a link that names one figure (`#fig-transfer=sigma:1`) changes that figure and leaves the others alone.
 */
import { formatPageHash, parsePageHash, type HashEntries } from './page-hash.ts';

export interface HashStore {
  get(figure: string): string | undefined;
  /** Undefined returns the figure to its default. */
  set(figure: string, text: string | undefined): void;
  subscribe(listener: () => void): () => void;
}

/** What the store needs of `window`. */
export type HashWindow = Pick<
  Window,
  'location' | 'history' | 'addEventListener' | 'setTimeout' | 'clearTimeout'
>;

/** Safari refuses more than 100 history writes in 30 seconds. */
const writeDelayMs = 400;

/** On a history entry whose hash is the whole state: coming back to it restores also what it does not name. */
const wholeStateMark = { figures: 'whole' };

export function createHashStore(page: HashWindow): HashStore {
  let entries = parsePageHash(page.location.hash);
  const listeners = new Set<() => void>();
  let timer: number | undefined;

  const isWhole = (): boolean =>
    (page.history.state as Partial<typeof wholeStateMark> | null)?.figures === wholeStateMark.figures;

  const write = (hash: string): void =>
    page.history.replaceState({ ...(page.history.state as object | null), ...wholeStateMark }, '', hash);

  const replace = (next: HashEntries): void => {
    entries = next;
    for (const listener of listeners) listener();
  };

  const writeLater = (): void => {
    page.clearTimeout(timer);
    timer = page.setTimeout(
      () => write(formatPageHash(entries) || page.location.pathname + page.location.search),
      writeDelayMs,
    );
  };

  write(page.location.hash || page.location.pathname + page.location.search);
  page.addEventListener('hashchange', () => {
    page.clearTimeout(timer);
    const linked = parsePageHash(page.location.hash);
    replace(isWhole() ? linked : new Map([...entries, ...linked]));
    if (linked.size > 0) writeLater();
  });

  return {
    get: (figure) => entries.get(figure),
    set(figure, text) {
      if (entries.get(figure) === text) return;
      const next = new Map(entries);
      if (text === undefined) next.delete(figure);
      else next.set(figure, text);
      replace(next);
      writeLater();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
