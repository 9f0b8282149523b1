/**
 * "Latest request wins": a figure that asks again while it waits wants only the newer answer. Each figure has its own.
 */

export interface Latest {
  /**
   * Aborts the run before it and starts `task`. Resolves with undefined when a newer run or `cancel` overtook it, so
   * that a late answer is never drawn; other failures pass through.
   */
  run<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T | undefined>;
  /** Aborts what is under way, for example when the figure leaves the page. */
  cancel(): void;
}

export function createLatest(): Latest {
  let current = new AbortController();
  const cancel = (): void => current.abort();
  return {
    cancel,
    async run(task) {
      cancel();
      const own = (current = new AbortController());
      try {
        const result = await task(own.signal);
        return own.signal.aborted ? undefined : result;
      } catch (error) {
        if (own.signal.aborted) return undefined;
        throw error;
      }
    },
  };
}
