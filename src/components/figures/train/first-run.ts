/** The pictures of a run made beforehand, a sheet each, drawn while the site is built (pages/data/first-run). Not for islands. */
import { transferClasses } from '../../../engine/trainer-protocol.ts';
import { reconstructions, transfers } from '../../../networks/generator/codes.ts';
import { imageLength } from '../../../networks/blocks/image-shape.ts';
import { encodeSheet } from '../../build/encode-sheet.ts';
import { withGenerator } from '../../build/generator.ts';
import { withBase } from '../../layout/links.ts';
import { loadOriginals } from '../originals/originals.ts';

export const firstRun = 'glo-mnist-lord-sigma0.3';

/** `originals` are there where the build found MNIST. */
export type FirstSheet = 'originals' | 'reconstructions' | 'transfers';

export const firstSheetUrl = (sheet: FirstSheet): string => withBase(`data/first-run/${sheet}.png`);

/** A column for each image of the checkpoint's preview. */
export async function drawFirstSheet(sheet: FirstSheet): Promise<Uint8Array<ArrayBuffer>> {
  const originals = await loadOriginals();
  return withGenerator(firstRun, ({ checkpoint, predict }) => {
    const { model, previews } = checkpoint.manifest;
    const { images } = previews;
    const length = imageLength(model);
    const ink = {
      originals: () =>
        Float32Array.from(
          images.flatMap((image) => [...(originals ?? []).slice(image * length, (image + 1) * length)]),
          (byte) => byte / 255,
        ),
      reconstructions: () => predict(reconstructions(checkpoint, images)),
      transfers: () => predict(transfers(checkpoint, { contents: images, classes: transferClasses })),
    };
    return encodeSheet(ink[sheet](), images.length, model);
  });
}
