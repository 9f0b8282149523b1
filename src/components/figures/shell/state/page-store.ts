/** The one store of this page's figure states, for islands and for scripts that follow them. */
import { createHashStore, type HashStore } from './hash-store.ts';

let store: HashStore | undefined;

export function pageStore(): HashStore {
  if (store) return store;
  store = createHashStore(window);
  tellPresses(store);
  return store;
}

/** A press of a mouse, a finger or a key on a figure, or on a chart that sets one. Keys pressed on one control in a row are one press. */
function tellPresses(to: HashStore): void {
  let last: EventTarget | null = null;
  const begin = ({ target }: Event): void => {
    last = target;
    if (target instanceof Element && target.closest('[data-figure], [data-follows]')) to.press();
  };
  const capture = { capture: true, passive: true };
  window.addEventListener('pointerdown', begin, capture);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.target !== last) begin(event);
    },
    capture,
  );
  window.addEventListener(
    'click',
    (event) => {
      // By a key or a screen reader: a button, or a radio button that an arrow key chose.
      if (event.detail === 0) begin(event);
    },
    capture,
  );
}
