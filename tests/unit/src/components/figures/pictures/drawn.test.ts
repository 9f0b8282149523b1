import { expect, test } from 'vitest';
import { refusedFiles } from '../../../../../../src/components/figures/pictures/refused.ts';
import { drawSteps } from '../../../../../../src/components/figures/pictures/steps.ts';

test('every file that the page calls refused is, each for a reason of its own', async () => {
  const messages = (await refusedFiles()).map(({ message }) => message.replace(/^[^:]*: /, ''));
  expect(new Set(messages).size).toBe(6);
});

test('the steps of a picture are small pictures of their own, each with words for who cannot see it', async () => {
  const steps = await drawSteps();
  expect(new Set(steps.map(({ src }) => src)).size).toBe(4);
  expect(new Set(steps.map(({ alt }) => alt)).size).toBe(4);
  // They are in the page itself.
  const numBytes = steps.reduce((sum, { src }) => sum + src.length, 0);
  expect(numBytes).toBeLessThan(40_000);
});
