/** What the figure of directions is told at build time, and its first frame by each checkpoint. Not for islands. */
import { readCodeMap } from '../../build/code-maps.ts';
import { encodeSheet } from '../../build/encode-sheet.ts';
import { withGenerator } from '../../build/generator.ts';
import { withBase } from '../../layout/links.ts';
import { codeMapsFacts } from '../code-maps/facts.ts';
import { figureFacts, type CheckpointProps } from '../shell/facts.ts';
import { parseState } from '../shell/state/fields.ts';
import { directionCodes, directionsFields, numPictures, stepsOf, type DirectionsFacts } from './state.ts';

export const directionsFacts = async (props: CheckpointProps = {}): Promise<DirectionsFacts> => ({
  ...(await figureFacts('transfers', props)),
  ...codeMapsFacts(),
  // src/pages/data/strips/[figure]/[id]/strip.png.ts
  modelsUrl: withBase('data/strips/directions/'),
  previewFile: 'strip.png',
});

/** As a PNG. */
export async function drawDirections(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const state = parseState(directionsFields(await directionsFacts()), '');
  const steps = stepsOf(readCodeMap(id));
  return withGenerator(id, ({ checkpoint, predict }) =>
    encodeSheet(
      predict(directionCodes(checkpoint, { ...state, steps })),
      numPictures,
      checkpoint.manifest.model,
    ),
  );
}
