import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkpointIdSchema } from '../../../../src/contract/checkpoint-id.ts';
import { parseManifest } from '../../../../src/contract/manifest.ts';
import { interpolatedClasses } from '../../../../src/contract/previews.ts';

const path = 'public/models/glo-mnist-lord-sigma0.3/manifest.json';
const manifest = JSON.parse(readFileSync(path, 'utf8')) as { dataset: object };
const withDataset = (changed: object) => ({ ...manifest, dataset: { ...manifest.dataset, ...changed } });
const pictures = { numPictures: 300, classNames: ['glad', 'sad'], sha256: '0'.repeat(64) };

test('a manifest says what is in a folder of pictures, and of nothing else', () => {
  expect(parseManifest(withDataset({ name: 'pictures', pictures }), path).dataset.pictures).toEqual(pictures);
  expect(() => parseManifest(withDataset({ name: 'pictures' }), path)).toThrow(
    'dataset.pictures: missing, and the data set is pictures: a folder of pictures says it, and nothing else',
  );
  expect(() => parseManifest(withDataset({ pictures }), path)).toThrow(
    'dataset.pictures: given, and the data set is mnist: a folder of pictures says it, and nothing else',
  );
});

test('an id may be that of pictures', () => {
  expect(checkpointIdSchema.parse('vae-pictures-conv-variance0.001')).toBe('vae-pictures-conv-variance0.001');
});

test('a preview goes from the first class to the last where there are few', () => {
  expect(interpolatedClasses(10)).toEqual([2, 7]);
  expect(interpolatedClasses(2)).toEqual([0, 1]);
  expect(interpolatedClasses(7)).toEqual([0, 6]);
});
