/** How long one call takes when it is warm: the median of several samples, each long enough for the browser's coarse clock. */

/** Clocks of browsers step by up to a millisecond. */
const sampleMs = 20;
const numSamples = 9;
/** A call that takes seconds is measured less often. */
const patienceMs = 4000;
const numWarmUps = 3;

/** In milliseconds a call. */
export async function medianLatency(
  call: () => Promise<unknown>,
  now: () => number = () => performance.now(),
): Promise<number> {
  const time = async (repeats: number): Promise<number> => {
    const start = now();
    for (let i = 0; i < repeats; i++) await call();
    return (now() - start) / repeats;
  };
  await time(numWarmUps);
  const rough = await time(1);
  const repeats = Math.max(1, Math.ceil(sampleMs / Math.max(rough, sampleMs / 200)));
  const begin = now();
  const samples: number[] = [];
  do samples.push(await time(repeats));
  while (samples.length < numSamples && now() - begin < patienceMs);
  return median(samples);
}

/** Of an odd number of values their middle one, of an even number the upper of the two. */
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
