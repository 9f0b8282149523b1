import { expect, it } from 'vitest';
import { parseManifest } from '../../../../src/contract/manifest.ts';
import { makeSmall, smallEncoders } from '../../../support/small-encoders.ts';

it('a variational autoencoder has a data variance if its data term is Gaussian, and only then', async () => {
  const { manifest } = await makeSmall(smallEncoders.dense);
  const wrong = { ...manifest, training: { ...smallEncoders.dense.training, dataVariance: 0.1 } };
  expect(parseManifest(manifest, 'x')).toEqual(manifest);
  expect(() => parseManifest(wrong, 'x')).toThrow(
    'training.dataVariance: data term cross-entropy with variance 0.1: a Gaussian one has a variance, and no other',
  );
});

it('an autoencoder has no settings of another family', async () => {
  const { manifest } = await makeSmall(smallEncoders.linear);
  const training = { ...smallEncoders.linear.training, divergence: true };
  expect(() => parseManifest({ ...manifest, training }, 'x')).toThrow('divergence');
});
