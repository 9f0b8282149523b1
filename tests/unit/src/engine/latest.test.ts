import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../../src/engine/api.ts';
import { createLatest } from '../../../../src/engine/latest.ts';

/** Waits for `release`, or rejects when the signal fires, as an engine does. */
const waitFor = (release: Promise<string>) => (signal: AbortSignal) =>
  Promise.race([
    release,
    new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(new EngineError('aborted', 'stopped'))),
    ),
  ]);

describe('createLatest', () => {
  it('passes an answer through when nothing overtook it', async () => {
    expect(await createLatest().run(() => Promise.resolve('image'))).toBe('image');
  });

  it('aborts the run before and answers only the newest', async () => {
    const latest = createLatest();
    const signals: AbortSignal[] = [];
    const first = latest.run((signal) => {
      signals.push(signal);
      return waitFor(new Promise(() => undefined))(signal);
    });
    const second = latest.run(() => Promise.resolve('second'));
    expect(signals[0].aborted).toBe(true);
    expect(await first).toBeUndefined();
    expect(await second).toBe('second');
  });

  it('drops a late answer of a task that does not listen to its signal', async () => {
    const latest = createLatest();
    const late = new Promise((resolve) => setTimeout(() => resolve('first, late'), 1));
    const first = latest.run(() => late);
    const second = latest.run(() => Promise.resolve('second'));
    expect(await Promise.all([first, second])).toEqual([undefined, 'second']);
  });

  it('answers undefined after cancel', async () => {
    const latest = createLatest();
    const run = latest.run(waitFor(new Promise(() => undefined)));
    latest.cancel();
    expect(await run).toBeUndefined();
  });

  it('lets real failures through', async () => {
    const failure = new EngineError('network', 'offline');
    await expect(createLatest().run(() => Promise.reject(failure))).rejects.toBe(failure);
  });
});
