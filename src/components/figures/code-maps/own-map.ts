/**
 * The map of a reader's own checkpoint, which comes without one: its directions, found in this page as the trainer finds those of the site's
 * models. Not here: places by neighbourhoods, which only the trainer makes.
 */
import { directionNames } from '../../../contract/direction-names.ts';
import type { Checkpoint } from '../../../engine/api.ts';
import { getEngine } from '../../../engine/page-engine.ts';
import type { CodeMap } from '../../../networks/generator/code-map.ts';
import { transfers } from '../../../networks/generator/codes.ts';
import { momentDirections } from '../../../networks/generator/moment-directions.ts';

/** Contents whose pictures in every class are measured: fewer than the trainer takes, for a reader waits. */
const numContents = 200;

/** @throws EngineError where the checkpoint cannot be opened. */
export async function makeOwnMap(id: string, signal: AbortSignal): Promise<CodeMap> {
  const engine = getEngine(id);
  const checkpoint = await engine.load('glo', id, { signal });
  const source = withFirstImages(checkpoint, numContents);
  const { numImages } = source.manifest.dataset;
  const contents = Array.from({ length: numImages }, (_, image) => image);
  const pictures: Float32Array<ArrayBuffer>[] = [];
  for (let digit = 0; digit < source.manifest.model.numClasses; digit++)
    pictures.push(
      new Float32Array(
        await engine.generate(id, transfers(source, { contents, classes: [digit] }), { signal }),
      ),
    );
  let numAsked = 0; // for one class after the other
  const found = momentDirections(source, () => pictures[numAsked++], numImages);
  const fits = directionNames.map((name) => found[name]);
  return {
    places: new Float32Array(0),
    directions: Float32Array.from(fits.flatMap(({ direction }) => [...direction])),
    fits: Float32Array.from(
      fits.flatMap(({ direction, shared }) => [shared, stdAlong(checkpoint.contentCodes, direction)]),
    ),
  };
}

function withFirstImages(checkpoint: Checkpoint<'glo'>, count: number): Checkpoint<'glo'> {
  const { manifest } = checkpoint;
  const { dataset } = manifest;
  const numImages = Math.min(count, dataset.numImages);
  return { ...checkpoint, manifest: { ...manifest, dataset: { ...dataset, numImages } } };
}

/** Of codes [n × dim]. */
function stdAlong(codes: Float32Array, direction: Float64Array): number {
  const dim = direction.length;
  const scores = Float64Array.from({ length: codes.length / dim }, (_, row) =>
    direction.reduce((sum, value, i) => sum + value * codes[row * dim + i], 0),
  );
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length);
}
