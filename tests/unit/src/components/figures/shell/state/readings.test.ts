import { expect, test, vi } from 'vitest';
import {
  countAsMeant,
  countText,
  readingText,
  readPicture,
  rowText,
  withReading,
} from '../../../../../../../src/components/figures/shell/state/readings.ts';
import { EngineError, type Engine, type Reading } from '../../../../../../../src/engine/api.ts';

test.each([
  [7, 0.93, 'looks like a 7, 93\u00a0%'],
  [8, 0.93, 'looks like an 8, 93\u00a0%'],
  [0, 1, 'looks like a 0, 100\u00a0%'],
  [7, 0.41, 'unclear, perhaps a 7, 41\u00a0%'],
  [8, 0.494, 'unclear, perhaps an 8, 49\u00a0%'],
  [1, 0.496, 'looks like a 1, 50\u00a0%'],
])('a reading of %d with probability %d says: %3$s', (digit, probability, text) => {
  expect(readingText({ digit, probability })).toBe(text);
});

const row: readonly Reading[] = [
  { digit: 3, probability: 0.9 },
  { digit: 8, probability: 0.3 },
  { digit: 5, probability: 0.7 },
];

test('a text alternative ends in the reading, once there is one', () => {
  expect(withReading('content of image 4', row[0])).toBe('content of image 4: looks like a 3, 90\u00a0%');
  expect(withReading('content of image 4', undefined)).toBe('content of image 4');
});

test('a row is read in one go, guesses marked', () => {
  expect(rowText(row)).toBe('look like 3, perhaps 8, 5');
});

test('a reading counts when it is the digit that was meant, however unsure', () => {
  const meant = (picture: number): number => [3, 8, 6][picture];
  expect(countAsMeant(row, meant)).toBe(2);
  expect(countText(row, meant)).toBe('2 of 3');
});

const judge = { id: 'classifier-mnist-judge', accuracy: 0.99 };
const { signal } = new AbortController();
const drawnBy = (classify: Engine['classify']) => ({
  request: { engine: { classify } as Engine },
  ink: new Float32Array(3),
});

test('a picture is read by the engine that drew it', async () => {
  const classify = vi.fn(() => Promise.resolve(row));
  const picture = drawnBy(classify);
  expect(await readPicture(picture, judge, signal)).toBe(row);
  expect(classify).toHaveBeenCalledWith(judge.id, picture.ink, { signal });
});

test.each([
  ['checkpoint-missing', 1],
  ['wrong-hash', 1],
  ['contract', 1],
  ['network', 2],
  ['aborted', 2],
] as const)(
  'after %s a picture has no readings, and of two the engine is asked for %d',
  async (code, asked) => {
    const classify = vi.fn(() => Promise.reject(new EngineError(code, 'No judge.')));
    const picture = drawnBy(classify);
    expect(await readPicture(picture, judge, signal)).toBeUndefined();
    expect(await readPicture(picture, judge, signal)).toBeUndefined();
    expect(classify).toHaveBeenCalledTimes(asked);
  },
);
