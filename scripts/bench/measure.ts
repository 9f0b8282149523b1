/** Median times of repeated calls. A benchmark measures; it never decides. */

export interface Timing {
  readonly medianMs: number;
  readonly runs: number;
}

/** Calls `work` until it has warmed up, then `runs` times. */
export async function time(work: () => unknown, { warmup = 10, runs = 50 } = {}): Promise<Timing> {
  const times: number[] = [];
  for (let run = -warmup; run < runs; run++) {
    const start = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { medianMs: times[Math.floor(times.length / 2)], runs };
}

/** Images a call. */
export const batchSizes = [1, 10, 100] as const;
export const benchCheckpoint = 'glo-mnist-lord-sigma0.3';
