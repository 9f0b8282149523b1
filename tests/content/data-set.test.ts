/** What the page on the data claims, held to manifests, to marks of the data set, and, where it is found, to MNIST itself. */
import { expect, it } from 'vitest';
import { entriesOfFamily, readManifestOf } from '../../src/components/build/manifests.ts';
import { referenceOf } from '../../src/components/build/metrics.ts';
import { classShares } from '../../src/components/figures/data-set/facts.ts';
import type { EntryOf } from '../../src/contract/checkpoint-index.ts';
import type { Family } from '../../src/contract/manifest.ts';
import { describeWithMnist } from '../support/mnist.ts';
import { describeClaims } from './support/claims.ts';
import { pageOf } from './support/pages.ts';

const shares = await classShares();
const counts = shares.map(({ count }) => count);
const numImages = counts.reduce((sum, count) => sum + count, 0);

/** The parts of MNIST that checkpoints of a family learn, each once: first image, how many, and how many are for validation. */
function learnedBy<Name extends Family>(
  family: Name,
  isMeant: (entry: EntryOf<Name>) => boolean = () => true,
): string[] {
  const ofMnist = entriesOfFamily(family).filter((entry) => entry.dataset === 'mnist' && isMeant(entry));
  expect(ofMnist).not.toEqual([]);
  const parts = ofMnist.map(({ id }) => {
    const { dataset } = readManifestOf(family, id);
    expect(dataset.split).toBe('train');
    const numValidation = 'numValidationImages' in dataset ? [dataset.numValidationImages] : [];
    return [dataset.firstImage, dataset.numTrainingImages, ...numValidation].join(' ');
  });
  return [...new Set(parts)];
}

describeClaims([pageOf('data-set')], {
  'data-mostly-paper': () => {
    const [black, one, ofClass] = (['black', 'one-image', 'class-only'] as const).map((name) =>
      referenceOf(`baseline.${name}.loss`),
    );
    expect(one).toBeLessThan(black);
    expect(ofClass).toBeLessThan(one);
  },
  'data-who-learns': () => {
    expect(learnedBy('glo', ({ group }) => group !== 'images')).toEqual(['0 2000']);
    expect(learnedBy('amortized')).toEqual(['0 2000']);
    for (const family of ['autoencoder', 'vae', 'gan'] as const)
      expect(learnedBy(family), family).toEqual(['0 54000 6000']);
    for (const id of ['classifier-mnist-judge', 'classifier-mnist-critic'])
      expect(
        learnedBy('classifier', (entry) => entry.id === id),
        id,
      ).toEqual(['0 60000']);
    expect(learnedBy('glo', ({ group }) => group === 'images')).not.toContain('0 2000');
  },
  'data-judge-unseen': () => {
    expect(readManifestOf('classifier', 'classifier-mnist-judge').dataset.numTrainingImages).toBe(60_000);
    expect(referenceOf('evaluationClassifier.accuracy')).toBeGreaterThan(0.99);
  },
  'data-shares': () => {
    expect(numImages).toBe(2000);
    expect(counts.indexOf(Math.max(...counts))).toBe(7);
    expect(counts.indexOf(Math.min(...counts))).toBe(8);
    for (const count of counts) expect(Math.abs(count / numImages - 0.1)).toBeLessThan(0.02);
  },
});

describeWithMnist('The ink of the first 2,000 images', () => {
  it('is least in a 1 and most in a 0, by more than twice', () => {
    const inks = shares.map(({ meanInk = NaN }) => meanInk);
    expect(inks.indexOf(Math.min(...inks))).toBe(1);
    expect(inks.indexOf(Math.max(...inks))).toBe(0);
    expect(inks[0]).toBeGreaterThan(2 * inks[1]);
  });
});
