/**
 * The states of a page's figures, held as text and mirrored in the URL, in place. A change is written at once, and those that
 * follow closely together after a pause; a link that names one figure (`#fig-transfer=sigma:1`) changes that figure and leaves the others alone.
 */
import { formatPageHash, parsePageHash, type HashEntries } from './page-hash.ts';

export interface HashStore {
  get(figure: string): string | undefined;
  /** Undefined returns the figure to its default. */
  set(figure: string, text: string | undefined): void;
  subscribe(listener: () => void): () => void;
}

/** What the store needs of `window`. */
export type HashWindow = Pick<Window, 'location' | 'history' | 'addEventListener' | 'setTimeout'>;

/** Safari refuses more than 100 history writes in 30 seconds. */
const writePauseMs = 400;

/** On a history entry whose hash is the whole state: coming back to it restores also what it does not name. */
const wholeStateMark = { figures: 'whole' };

export function createHashStore(page: HashWindow): HashStore {
  let entries = parsePageHash(page.location.hash);
  const listeners = new Set<() => void>();
  /** Runs for a while after each write. */
  let pause: number | undefined;
  let writeAfterPause = false;

  const isWhole = (): boolean =>
    (page.history.state as Partial<typeof wholeStateMark> | null)?.figures === wholeStateMark.figures;

  /** The address that the states belong to: a new one shows before `hashchange` tells of it. */
  let current = page.location.hash;

  const write = (hash: string): void => {
    page.history.replaceState({ ...(page.history.state as object | null), ...wholeStateMark }, '', hash);
    current = page.location.hash;
  };

  const replace = (next: HashEntries): void => {
    entries = next;
    for (const listener of listeners) listener();
  };

  const writeNow = (): void => {
    write(formatPageHash(entries) || page.location.pathname + page.location.search);
    writeAfterPause = false;
    pause = page.setTimeout(() => {
      pause = undefined;
      if (writeAfterPause && page.location.hash === current) writeNow();
    }, writePauseMs);
  };
  const writeSoon = (): void => {
    if (pause === undefined) writeNow();
    else writeAfterPause = true;
  };

  write(page.location.hash || page.location.pathname + page.location.search);
  page.addEventListener('hashchange', () => {
    writeAfterPause = false; // it was for the entry that the reader left
    current = page.location.hash;
    const linked = parsePageHash(current);
    replace(isWhole() ? linked : new Map([...entries, ...linked]));
    if (linked.size > 0) writeSoon();
  });

  return {
    get: (figure) => entries.get(figure),
    set(figure, text) {
      if (entries.get(figure) === text) return;
      const next = new Map(entries);
      if (text === undefined) next.delete(figure);
      else next.set(figure, text);
      replace(next);
      writeSoon();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
