import { expect, it } from 'vitest';
import { medianLatency } from '../../../../../src/engine/runtimes/latency.ts';

/** A clock that steps by whole milliseconds, and a call that takes what it is told, in turn. */
function timed(durations: (call: number) => number) {
  let [time, calls] = [0, 0];
  return {
    now: () => Math.floor(time),
    call: () => {
      time += durations(calls++);
      return Promise.resolve();
    },
    calls: () => calls,
  };
}

it('tells a call that is shorter than the clock’s step', async () => {
  const { now, call } = timed(() => 0.125);
  expect(await medianLatency(call, now)).toBeCloseTo(0.125, 2);
});

it('takes no notice of what comes first, and of a call that is held up', async () => {
  const { now, call } = timed((i) => (i < 3 ? 500 : i === 6 ? 900 : 40));
  expect(await medianLatency(call, now)).toBe(40);
});

it('measures a call of seconds less often', async () => {
  const { now, call, calls } = timed(() => 3000);
  expect(await medianLatency(call, now)).toBe(3000);
  expect(calls()).toBeLessThan(8);
});
