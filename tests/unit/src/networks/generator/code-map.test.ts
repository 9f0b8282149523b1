import { expect, test } from 'vitest';
import { contractVersion } from '../../../../../src/contract/parts.ts';
import {
  aboutCodeMap,
  decodeCodeMap,
  encodeCodeMap,
} from '../../../../../src/networks/generator/code-map.ts';

const size = { numImages: 2, contentDim: 3 };
const map = {
  places: Float32Array.from([0, 0.25, 0.5, 1]),
  directions: Float32Array.from([1, 0, 0, 0, 1, 0, 0, 0, -1]),
  fits: Float32Array.from([0.5, 1.5, 0.25, 2, 0.75, 3]),
};
const about = {
  contractVersion: String(contractVersion),
  id: 'glo-mnist-lord-sigma0.3',
  command: 'npm run evaluate -- map-glo-mnist-lord-sigma0.3',
  codeVersion: '0'.repeat(64),
};
const file = encodeCodeMap(map, size, about);

test('a map comes back as it was written, and says what made it', () => {
  expect(decodeCodeMap(file, size, 'a map')).toEqual(map);
  expect(aboutCodeMap(file, 'a map')).toEqual(about);
});

test('a map of other codes is refused by name', () => {
  expect(() => decodeCodeMap(file, { numImages: 5, contentDim: 3 }, 'a map')).toThrow(
    'expected places [5, 2], found places [2, 2]',
  );
});

test('a map that does not say what made it is refused', () => {
  const { codeVersion: _, ...unsaid } = about;
  const nameless = encodeCodeMap(map, size, unsaid as typeof about);
  expect(() => aboutCodeMap(nameless, 'a map')).toThrow('a map does not follow the checkpoint contract');
});
