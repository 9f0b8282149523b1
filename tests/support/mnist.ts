/** For tests that need the real MNIST: they run where it is found, and say so where it is not. Nothing is downloaded. */
import { describe } from 'vitest';
import { findMnist } from '../../training/data/mnist.ts';

const found = findMnist('train') !== undefined && findMnist('test') !== undefined;

/** `describe`, skipped with the reason in its title and on the console when MNIST is not on this machine. */
export function describeWithMnist(title: string, body: () => void): void {
  const skippedTitle = `${title} (skipped: MNIST was not found; npm run data gets it)`;
  if (!found) console.warn(skippedTitle);
  describe.skipIf(!found)(found ? title : skippedTitle, body);
}
