/** Pictures of a VAE, of adversarial networks and of the data set, and how soft they are. For .astro files and tests. */
import { createRandom, normalArray } from '../../../numerics/random.ts';
import { openDecoder } from '../../build/decoder.ts';
import { openGan } from '../../build/gan.ts';
import { loadOriginals } from '../originals/originals.ts';
import { greyShare } from './grey.ts';

const numPictures = 200;
const fullInk = 255;

const codesOf = (codeDim: number): Float32Array =>
  normalArray(createRandom('softness'), numPictures * codeDim, 1);

export const softnessOfGan = (id: string): number => {
  const gan = openGan(id);
  return greyShare(gan.generate(codesOf(gan.config.codeDim)));
};

export const softnessOfVae = (id: string): number => {
  const { checkpoint, decode } = openDecoder('vae', id);
  return greyShare(decode(codesOf(checkpoint.manifest.model.codeDim)));
};

/** Undefined where the build found no MNIST. */
export async function softnessOfImages(numPixels: number): Promise<number | undefined> {
  const images = await loadOriginals();
  return (
    images &&
    greyShare(Float32Array.from(images.subarray(0, numPictures * numPixels), (ink) => ink / fullInk))
  );
}
