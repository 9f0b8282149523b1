import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  keepDrawing,
  listDrawings,
  maxDrawings,
  numPixels,
  removeDrawing,
  storageTrouble,
  subscribeToDrawings,
  type Drawing,
} from '../../../../../../src/components/figures/shelf/drawings.ts';

/** The database: what is under the one key. */
let stored: unknown;

vi.mock('idb-keyval', () => ({
  createStore: () => undefined,
  get: () => Promise.resolve(stored),
  update: (_: string, next: (old: unknown) => unknown) => {
    stored = next(stored);
    return Promise.resolve();
  },
}));

const drawing = (name: string, ink = 0): Drawing => ({ name, image: new Uint8Array(numPixels).fill(ink) });
const names = async () => (await listDrawings()).map(({ name }) => name);

beforeEach(() => {
  stored = undefined;
});

describe('drawings that the reader keeps', () => {
  it('are listed in the order in which they were kept', async () => {
    expect(await names()).toEqual([]);
    await keepDrawing(drawing('seven'));
    await keepDrawing(drawing('a four'));
    expect(await names()).toEqual(['seven', 'a four']);
  });

  it('hold the codes that were found', async () => {
    const codes = {
      checkpoint: 'glo-mnist-lord-sigma0.3',
      digit: 7,
      contentCode: Float32Array.of(0.5, -1),
    };
    await keepDrawing({ ...drawing('seven'), codes });
    expect((await listDrawings())[0].codes).toEqual(codes);
  });

  it('have each name once: a second of that name takes the place of the first', async () => {
    await keepDrawing(drawing('seven', 1));
    await keepDrawing(drawing('a four'));
    await keepDrawing(drawing('seven', 2));
    expect(await names()).toEqual(['a four', 'seven']);
    expect((await listDrawings())[1].image[0]).toBe(2);
  });

  it('lose the oldest when there are too many', async () => {
    for (let i = 0; i <= maxDrawings; i++) await keepDrawing(drawing(`drawing ${i}`));
    expect(await names()).toHaveLength(maxDrawings);
    expect((await names())[0]).toBe('drawing 1');
  });

  it('are removed by name, and whoever listens is told', async () => {
    const told = vi.fn();
    const leave = subscribeToDrawings(told);
    await keepDrawing(drawing('seven'));
    await removeDrawing('seven');
    expect(await names()).toEqual([]);
    expect(told).toHaveBeenCalledTimes(2);
    leave();
    await keepDrawing(drawing('seven'));
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('are read without what is none', async () => {
    stored = [
      drawing('seven'),
      { name: 'short', image: new Uint8Array(3) },
      7,
      { ...drawing('x'), codes: 1 },
    ];
    expect(await names()).toEqual(['seven']);
    stored = 'spoilt';
    expect(await names()).toEqual([]);
  });

  it('say in words why a browser does not keep them', () => {
    expect(storageTrouble(new DOMException('', 'QuotaExceededError'))).toBe(
      'The browser’s storage is full, so the drawing is not kept. Remove some drawings, or clear data of other sites; this one works on meanwhile.',
    );
    expect(storageTrouble(new DOMException('', 'SecurityError'))).toBe(
      'This browser keeps nothing for this site, as in a private window. The drawing is not kept; everything else works.',
    );
  });
});
