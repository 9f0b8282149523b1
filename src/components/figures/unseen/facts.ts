/** What the figure of unseen images is told at build time. For .astro files and endpoints, not for islands. */
import { previewFile } from '../../../contract/ids.ts';
import { entriesOfFamily, readJudge, readManifestOf } from '../../build/manifests.ts';
import { withBase } from '../../layout/links.ts';
import { loadTestImages } from '../originals/originals.ts';
import type { UnseenFacts } from './state.ts';

const entries = () => entriesOfFamily('amortized').filter(({ dataset }) => dataset === 'mnist');

/** All of them show the same. */
const shownImages = (): readonly number[] => readManifestOf('amortized', entries()[0].id).shown.images;

const numPixels = 28 * 28;

/** Their pixels, one after the other, in 0..255; undefined where the build found no MNIST. */
export async function loadUnseenImages(): Promise<Uint8Array | undefined> {
  const images = await loadTestImages();
  return (
    images &&
    concatenated(shownImages().map((image) => images.subarray(image * numPixels, (image + 1) * numPixels)))
  );
}

const concatenated = (parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

export async function unseenFacts(): Promise<UnseenFacts> {
  const judge = readJudge();
  return {
    models: entries().map(({ id, preset, contentNoiseStd, learnsGenerator }) => ({
      id,
      preset,
      sigma: contentNoiseStd,
      generator: learnsGenerator ? 'tuned' : 'frozen',
    })),
    images: shownImages(),
    modelsUrl: withBase('models/'),
    previewFile: previewFile('reconstructions'),
    originalsUrl: (await loadUnseenImages()) && withBase('data/shown/unseen.png'),
    judge: judge && { id: judge.id, accuracy: judge.metrics.testAccuracy },
  };
}
