import { beforeEach, describe, expect, it } from 'vitest';
import type { LoadProgress } from '../../../../src/engine/api.ts';
import { createSharedCache } from '../../../../src/engine/shared-cache.ts';

/** Opens wait until the test finishes or fails them. */
interface Opening {
  readonly key: string;
  readonly signal: AbortSignal;
  readonly report: (progress: LoadProgress) => void;
  readonly finish: () => void;
  readonly fail: (error: Error) => void;
}

describe('a shared cache', () => {
  let openings: Opening[];
  let closed: string[];
  const create = (capacity: number) =>
    createSharedCache({
      capacity,
      open: (key, signal, report) =>
        new Promise<string>((resolve, reject) => {
          openings.push({ key, signal, report, finish: () => resolve(key), fail: reject });
        }),
      close: (value) => closed.push(value),
    });
  const identity = (value: string) => value;
  beforeEach(() => {
    openings = [];
    closed = [];
  });

  it('opens once for callers that come together and for those that come later', async () => {
    const cache = create(2);
    const together = [cache.use('a', {}, identity), cache.use('a', {}, identity)];
    openings[0].finish();
    expect(await Promise.all(together)).toEqual(['a', 'a']);
    expect(await cache.use('a', {}, identity)).toBe('a');
    expect(openings).toHaveLength(1);
  });

  it('closes the least recently used beyond its capacity', async () => {
    const cache = create(2);
    const visit = async (key: string) => {
      const visited = cache.use(key, {}, identity);
      openings.find((opening) => opening.key === key)?.finish();
      await visited;
    };
    await visit('a');
    await visit('b');
    await visit('a');
    await visit('c');
    expect(closed).toEqual(['b']);
  });

  it('never closes what is in use', async () => {
    const cache = create(1);
    let release: () => void = () => undefined;
    const working = cache.use('a', {}, () => new Promise<void>((resolve) => (release = resolve)));
    openings[0].finish();
    const other = cache.use('b', {}, identity);
    openings[1].finish();
    await other;
    expect(closed).toEqual(['b']);
    release();
    await working;
    expect(await cache.use('a', {}, identity)).toBe('a');
  });

  it('forgets a failure, so that the next caller tries again', async () => {
    const cache = create(1);
    const first = cache.use('a', {}, identity);
    openings[0].fail(new Error('broken'));
    await expect(first).rejects.toThrow('broken');
    const second = cache.use('a', {}, identity);
    openings[1].finish();
    expect(await second).toBe('a');
  });

  it('lets one caller give up while another waits on, and stops when the last has gone', async () => {
    const cache = create(1);
    const [one, two] = [new AbortController(), new AbortController()];
    const waits = [one, two].map(({ signal }) => cache.use('a', { signal }, identity));
    one.abort();
    await expect(waits[0]).rejects.toMatchObject({ name: 'EngineError', code: 'aborted' });
    expect(openings[0].signal.aborted).toBe(false);
    two.abort();
    await expect(waits[1]).rejects.toMatchObject({ code: 'aborted' });
    expect(openings[0].signal.aborted).toBe(true);
  });

  it('closes what opens after everyone has gone', async () => {
    const cache = create(1);
    const controller = new AbortController();
    const wait = cache.use('a', { signal: controller.signal }, identity);
    controller.abort();
    await expect(wait).rejects.toMatchObject({ code: 'aborted' });
    openings[0].finish();
    await Promise.resolve();
    expect(closed).toEqual(['a']);
  });

  it('reports progress to everyone who waits, and at once to those who join late', async () => {
    const cache = create(1);
    const heard: string[] = [];
    const listen = (name: string) => ({
      onProgress: ({ loadedBytes }: LoadProgress) => heard.push(`${name} ${loadedBytes}`),
    });
    const waits = [cache.use('a', listen('first'), identity)];
    openings[0].report({ loadedBytes: 1, totalBytes: 2 });
    waits.push(cache.use('a', listen('second'), identity));
    openings[0].report({ loadedBytes: 2, totalBytes: 2 });
    openings[0].finish();
    await Promise.all(waits);
    await cache.use('a', listen('third'), identity);
    expect(heard).toEqual(['first 1', 'second 1', 'first 2', 'second 2']);
  });
});
