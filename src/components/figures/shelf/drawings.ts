/**
 * The drawings that the reader keeps, in this browser's database (IndexedDB): what is drawn in one instrument is there in the others, and
 * on the next visit. Where a browser denies or has filled its storage, promises reject, and `storageTrouble` says it in words.
 */
import { createStore, get, update } from 'idb-keyval';

/** What a search found for a drawing: a content code, with the model and the class under which it draws it. */
export interface FoundCodes {
  /** Id of the checkpoint. */
  readonly checkpoint: string;
  readonly digit: number;
  /** [contentDim]. */
  readonly contentCode: Float32Array;
}

export interface Drawing {
  /** What the reader calls it; no two are the same. */
  readonly name: string;
  /** 28 × 28, row-major from the top, ink in 0..255, as MNIST has it. */
  readonly image: Uint8Array;
  readonly codes?: FoundCodes;
}

export const numPixels = 28 * 28;
/** A row of them is what a reader can tell apart. */
export const maxDrawings = 24;

const key = 'drawings';
// Made at the first use: where a browser has no database, the mere page still opens.
let opened: ReturnType<typeof createStore> | undefined;
const store = () => (opened ??= createStore('glo-drawings', 'drawings'));
const listeners = new Set<() => void>();

/** In the order in which they were kept. What is no drawing (of another version of this site) is left out. */
export const listDrawings = async (): Promise<readonly Drawing[]> => drawingsIn(await get(key, store()));

/** Keeps it as the last; one of the same name is replaced, and beyond `maxDrawings` the oldest goes. */
export const keepDrawing = (drawing: Drawing): Promise<void> =>
  change((kept) => [...kept.filter(({ name }) => name !== drawing.name), drawing].slice(-maxDrawings));

export const removeDrawing = (name: string): Promise<void> =>
  change((kept) => kept.filter((drawing) => drawing.name !== name));

/** Calls `listener` after every change made in this page; returns how to stop. */
export function subscribeToDrawings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function change(next: (kept: readonly Drawing[]) => readonly Drawing[]): Promise<void> {
  await update(key, (stored: unknown) => next(drawingsIn(stored)), store());
  for (const listener of listeners) listener();
}

/** What is to be said when a promise of this module rejects. */
export const storageTrouble = (error: unknown): string =>
  error instanceof DOMException && error.name === 'QuotaExceededError'
    ? 'The browser’s storage is full, so the drawing is not kept. Remove some drawings, or clear data of other sites; this one works on meanwhile.'
    : 'This browser keeps nothing for this site, as in a private window. The drawing is not kept; everything else works.';

const drawingsIn = (stored: unknown): readonly Drawing[] =>
  Array.isArray(stored) ? stored.filter(isDrawing) : [];

function isDrawing(value: unknown): value is Drawing {
  if (typeof value !== 'object' || value === null) return false;
  const { name, image, codes } = value as Partial<Record<keyof Drawing, unknown>>;
  return (
    typeof name === 'string' &&
    image instanceof Uint8Array &&
    image.length === numPixels &&
    (codes === undefined || areFoundCodes(codes))
  );
}

function areFoundCodes(value: unknown): value is FoundCodes {
  if (typeof value !== 'object' || value === null) return false;
  const { checkpoint, digit, contentCode } = value as Partial<Record<keyof FoundCodes, unknown>>;
  return typeof checkpoint === 'string' && typeof digit === 'number' && contentCode instanceof Float32Array;
}
