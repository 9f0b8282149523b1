import { expect, test } from 'vitest';
import {
  classOf,
  imagesOfClass,
  neighbourOfClass,
  randomOfClass,
} from '../../../../../../../src/components/figures/shell/state/images.ts';
import { createRandom } from '../../../../../../../src/numerics/random.ts';

/** Ten classes, twenty images each, in a mixed order. */
const labels = Array.from({ length: 200 }, (_, i) => (i * 7 + Math.floor(i / 10)) % 10).join('');

test('stepping through a class visits all of it and comes round', () => {
  const visited = [imagesOfClass(labels, 3)[0]];
  for (let i = 0; i < 20; i++) visited.push(neighbourOfClass(labels, visited[i], 1));
  expect(visited.slice(0, 20)).toEqual(imagesOfClass(labels, 3));
  expect(visited[20]).toBe(visited[0]);
});

test('stepping back undoes stepping on', () => {
  for (const image of [0, 57, 199]) {
    expect(neighbourOfClass(labels, neighbourOfClass(labels, image, 1), -1)).toBe(image);
  }
});

test('the only image of its class is its own neighbour and its own random image', () => {
  expect(neighbourOfClass('0120', 1, 1)).toBe(1);
  expect(randomOfClass('0120', 1, 1, createRandom(1))).toBe(1);
});

test('a random image is of the class and another one', () => {
  for (let seed = 0; seed < 100; seed++) {
    const image = randomOfClass(labels, 5, imagesOfClass(labels, 5)[2], createRandom(seed));
    expect(classOf(labels, image)).toBe(5);
    expect(image).not.toBe(imagesOfClass(labels, 5)[2]);
  }
});
