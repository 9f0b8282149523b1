/** The pictures of a run made beforehand, a sheet each, drawn while the site is built (pages/data/first-run). Not for islands. */
import { transferClasses } from '../../../engine/trainer-protocol.ts';
import { reconstructions, transfers } from '../../../networks/generator/codes.ts';
import { encodeSheet } from '../../build/encode-sheet.ts';
import { withGenerator } from '../../build/generator.ts';
import { readManifest } from '../../build/manifests.ts';
import { withBase } from '../../layout/links.ts';
import { encodeChosenOriginals } from '../originals/encode-sheet.ts';
import { loadOriginals } from '../originals/originals.ts';

export const firstRun = 'glo-mnist-lord-sigma0.3';

/** `originals` are there where the build found MNIST. */
export type FirstSheet = 'originals' | 'reconstructions' | 'transfers';

export const firstSheetUrl = (sheet: FirstSheet): string => withBase(`data/first-run/${sheet}.png`);

/** A column for each image of the checkpoint's preview; undefined where the build has no MNIST to draw. */
export async function drawFirstSheet(sheet: FirstSheet): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { model, previews } = readManifest(firstRun);
  const { images } = previews;
  if (sheet === 'originals') {
    const originals = await loadOriginals();
    return originals && encodeChosenOriginals(originals, images, images.length, model);
  }
  return withGenerator(firstRun, ({ checkpoint, predict }) =>
    encodeSheet(
      predict(
        sheet === 'transfers'
          ? transfers(checkpoint, { contents: images, classes: transferClasses })
          : reconstructions(checkpoint, images),
      ),
      images.length,
      model,
    ),
  );
}
