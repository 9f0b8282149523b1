import { expect, it } from 'vitest';
import { sourceLine } from '../../../../../src/components/layout/links.ts';

it('leads to a line of a file, whether the repository’s address ends in a slash or not', () => {
  const address = 'https://source.example/blob/HEAD/training/cli.ts#L3';
  expect(sourceLine('https://source.example', 'training/cli.ts', 3)).toBe(address);
  expect(sourceLine('https://source.example/', 'training/cli.ts', 3)).toBe(address);
});
