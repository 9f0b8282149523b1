/** What the walk through the content codes is told at build time, its first dots, and its first frame by each checkpoint. Not for islands. */
import { readCodeMap } from '../../build/code-maps.ts';
import { encodeSheet } from '../../build/encode-sheet.ts';
import { withGenerator } from '../../build/generator.ts';
import { readManifest } from '../../build/manifests.ts';
import { withBase } from '../../layout/links.ts';
import { codeMapsFacts } from '../code-maps/facts.ts';
import { nearestImages } from '../content-map/state.ts';
import { figureFacts, type CheckpointProps } from '../shell/facts.ts';
import { findCheckpoint, type FigureFacts } from '../shell/state/checkpoints.ts';
import { parseState } from '../shell/state/fields.ts';
import { contentAt, numNearest, walkCodes, walkFields, type WalkFacts } from './state.ts';

const firstId = ({ checkpoints, initial }: FigureFacts): string =>
  findCheckpoint(checkpoints, initial.preset, initial.sigma).id;

export async function walkFacts(props: CheckpointProps = {}): Promise<WalkFacts> {
  const facts = await figureFacts('transfers', props);
  const id = firstId(facts);
  const state = parseState(walkFields(facts), '');
  const firstNearest = await withGenerator(id, ({ checkpoint }) =>
    nearestImages(checkpoint.contentCodes, contentAt(checkpoint, readCodeMap(id), state), numNearest),
  );
  return {
    ...facts,
    ...codeMapsFacts(),
    // src/pages/data/strips/[figure]/[id]/strip.png.ts
    modelsUrl: withBase('data/strips/walk/'),
    previewFile: 'strip.png',
    firstNearest,
  };
}

/** The dots of each class of the first map as one path, in a box of 100 × 100 whose y runs down. */
export function walkDots(facts: FigureFacts): readonly string[] {
  const id = firstId(facts);
  const { places } = readCodeMap(id);
  const paths = Array.from({ length: facts.numClasses }, () => '');
  Array.from(readManifest(id).dataset.labels, Number).forEach((digit, image) => {
    const [x, y] = [places[2 * image], places[2 * image + 1]];
    paths[digit] += `M${(100 * x).toFixed(1)} ${(100 - 100 * y).toFixed(1)}h0`;
  });
  return paths;
}

/** As a PNG. */
export async function drawWalk(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const state = parseState(walkFields(await figureFacts('transfers', {})), '');
  return withGenerator(id, ({ checkpoint, predict }) => {
    const batch = walkCodes(readCodeMap(id))(checkpoint, state);
    return encodeSheet(predict(batch), batch.count, checkpoint.manifest.model);
  });
}
