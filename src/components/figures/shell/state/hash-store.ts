/**
 * The states of a page's figures, held as text and mirrored in the URL. One rule for the way back: it undoes the last choice, whether a link
 * or a control made it. What a control goes through by one press (a drag, a held key, a film that plays) is one choice. Its first change
 * makes an entry of the history at once; the others are written into that entry, after a pause where they follow closely. A link that names
 * one figure (`#fig-transfer=sigma:1`) changes that figure and leaves the others alone.
 */
import { formatPageHash, parsePageHash, type HashEntries } from './page-hash.ts';

export interface HashStore {
  get(figure: string): string | undefined;
  /** Undefined returns the figure to its default. */
  set(figure: string, text: string | undefined): void;
  /** The reader presses something: what changes next is a choice of its own. */
  press(): void;
  subscribe(listener: () => void): () => void;
}

/** What the store needs of `window`. */
export type HashWindow = Pick<Window, 'location' | 'history' | 'addEventListener' | 'setTimeout'>;

/** Safari refuses more than 100 history writes in 30 seconds: these are 60, and the rest is for presses. */
const writePauseMs = 500;

/** In the state of a history entry: all figures, as they were there. Its hash may be an anchor of the text, or name one figure of two. */
interface EntryState {
  readonly figures?: string;
}

export function createHashStore(page: HashWindow): HashStore {
  const entryState = (): EntryState | null => page.history.state as EntryState | null;
  let entries = parsePageHash(entryState()?.figures ?? page.location.hash);
  const listeners = new Set<() => void>();
  /** Runs for a while after each write. */
  let pause: number | undefined;
  let writeAfterPause = false;
  let pressed = false;

  /** The address that the states belong to: a new one shows before `hashchange` tells of it. */
  let current = page.location.hash;

  const write = (how: 'pushState' | 'replaceState', hash: string): void => {
    const address = hash || page.location.pathname + page.location.search;
    page.history[how]({ ...entryState(), figures: formatPageHash(entries) }, '', address);
    current = page.location.hash;
  };

  const replace = (next: HashEntries): void => {
    entries = next;
    for (const listener of listeners) listener();
  };

  const writeNow = (how: 'pushState' | 'replaceState'): void => {
    write(how, formatPageHash(entries));
    writeAfterPause = false;
    pause ??= page.setTimeout(() => {
      pause = undefined;
      writeLate();
    }, writePauseMs);
  };
  const writeLate = (): void => {
    if (writeAfterPause && page.location.hash === current) writeNow('replaceState');
  };
  const writeSoon = (): void => {
    if (pause === undefined) writeNow('replaceState');
    else writeAfterPause = true;
  };

  write('replaceState', current);
  page.addEventListener('hashchange', () => {
    writeAfterPause = false; // it was for the entry that the reader left
    pressed = false;
    current = page.location.hash;
    const known = entryState()?.figures;
    if (known !== undefined) {
      replace(parsePageHash(known));
      return;
    }
    const linked = parsePageHash(current);
    replace(new Map([...entries, ...linked]));
    if (linked.size > 0) writeNow('replaceState');
    else write('replaceState', current);
  });

  return {
    get: (figure) => entries.get(figure),
    set(figure, text) {
      if (entries.get(figure) === text) return;
      const isChoice = pressed;
      pressed = false;
      if (isChoice) writeLate();
      const next = new Map(entries);
      if (text === undefined) next.delete(figure);
      else next.set(figure, text);
      replace(next);
      if (isChoice) writeNow('pushState');
      else writeSoon();
    },
    press() {
      pressed = true;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
