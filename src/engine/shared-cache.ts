/**
 * Things that are slow to open and wanted by several callers at once: opened once, kept while someone uses them, and
 * after that as long as `capacity` allows, the least recently used going first. A failure is not kept, so the next caller
 * tries again. Opening stops when the last caller who waits for it gives up.
 */
import { orAborted, throwIfAborted } from './aborted.ts';
import type { LoadProgress } from './api.ts';

export interface SharedCacheOptions<T> {
  readonly capacity: number;
  readonly open: (
    key: string,
    signal: AbortSignal,
    onProgress: (progress: LoadProgress) => void,
  ) => Promise<T>;
  readonly close: (value: T) => void;
}

export interface UseOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called while the thing opens; at once with the latest progress for those who join late. */
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
}

export interface SharedCache<T> {
  /** Runs `work` on the thing, which stays open until `work` is done. */
  use<Result>(
    key: string,
    options: UseOptions,
    work: (value: T) => Result | Promise<Result>,
  ): Promise<Result>;
}

interface Entry<T> {
  readonly opening: Promise<T>;
  readonly giveUp: AbortController;
  readonly listeners: Set<(progress: LoadProgress) => void>;
  progress?: LoadProgress;
  opened?: { readonly value: T };
  users: number;
}

export function createSharedCache<T>({ capacity, open, close }: SharedCacheOptions<T>): SharedCache<T> {
  /** Least recently used first. */
  const entries = new Map<string, Entry<T>>();

  function start(key: string): Entry<T> {
    const giveUp = new AbortController();
    const listeners = new Set<(progress: LoadProgress) => void>();
    const opening = open(key, giveUp.signal, (progress) => {
      entry.progress = progress;
      for (const listener of listeners) listener(progress);
    });
    const entry: Entry<T> = { opening, giveUp, listeners, users: 0 };
    opening.then(
      (value) => {
        if (giveUp.signal.aborted) close(value);
        else entry.opened = { value };
      },
      () => forget(key, entry),
    );
    return entry;
  }

  function forget(key: string, entry: Entry<T>): void {
    entry.giveUp.abort();
    if (entries.get(key) === entry) entries.delete(key);
  }

  function trim(): void {
    for (const [key, { users, opened }] of entries) {
      if (entries.size <= capacity) return;
      if (users > 0 || !opened) continue;
      entries.delete(key);
      close(opened.value);
    }
  }

  return {
    async use(key, { signal, onProgress }, work) {
      throwIfAborted(signal);
      const entry = entries.get(key) ?? start(key);
      entries.delete(key);
      entries.set(key, entry);
      entry.users++;
      const listener = (progress: LoadProgress): void => onProgress?.(progress);
      entry.listeners.add(listener);
      if (entry.progress && !entry.opened) listener(entry.progress);
      try {
        return await work(await orAborted(entry.opening, signal));
      } finally {
        entry.listeners.delete(listener);
        entry.users--;
        if (entry.users === 0 && !entry.opened) forget(key, entry);
        trim();
      }
    },
  };
}
