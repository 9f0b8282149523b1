/** What the figure of class codes is told at build time, and its first frame by each checkpoint. Not for islands. */
import { encodeSheet } from '../../build/encode-sheet.ts';
import { withGenerator } from '../../build/generator.ts';
import { withBase } from '../../layout/links.ts';
import { figureFacts, type CheckpointProps } from '../shell/facts.ts';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { parseState } from '../shell/state/fields.ts';
import { classSpaceCodes, classSpaceFields, numPictures } from './state.ts';

export const classSpaceFacts = async (props: CheckpointProps = {}): Promise<FigureFacts> => ({
  ...(await figureFacts('transfers', props)),
  // src/pages/data/strips/[figure]/[id]/strip.png.ts
  modelsUrl: withBase('data/strips/class-space/'),
  previewFile: 'strip.png',
});

/** As a PNG. */
export async function drawClassSpace(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const state = parseState(classSpaceFields(await classSpaceFacts()), '');
  return withGenerator(id, ({ checkpoint, predict }) =>
    encodeSheet(predict(classSpaceCodes(checkpoint, state)), numPictures, checkpoint.manifest.model),
  );
}
