/**
 * The map of a reader's own checkpoint, which comes without one: its directions, found in this page as the trainer finds those of the site's
 * models. Not here: places by neighbourhoods, which only the trainer makes.
 */
import { directionNames } from '../../../contract/direction-names.ts';
import { getEngine } from '../../../engine/page-engine.ts';
import type { CodeMap } from '../../../networks/generator/code-map.ts';
import { transfers } from '../../../networks/generator/codes.ts';
import { momentDirections } from '../../../networks/generator/moment-directions.ts';

/** As many as the trainer takes, and the same ones: evenly through the images. */
const numContents = 500;

/** @throws EngineError where the checkpoint cannot be opened. */
export async function makeOwnMap(id: string, signal: AbortSignal): Promise<CodeMap> {
  const engine = getEngine(id);
  const checkpoint = await engine.load('glo', id, { signal });
  const { dataset, model } = checkpoint.manifest;
  const contents = Array.from({ length: numContents }, (_, i) =>
    Math.floor((i * dataset.numImages) / numContents),
  );
  const pictures: Float32Array<ArrayBuffer>[] = [];
  for (let digit = 0; digit < model.numClasses; digit++) {
    const batch = transfers(checkpoint, { contents, classes: [digit] });
    pictures.push(new Float32Array(await engine.generate(id, batch, { signal })));
  }
  let numAsked = 0; // for these pictures, one class after the other
  const found = momentDirections(checkpoint, () => pictures[numAsked++], numContents);
  const fits = directionNames.map((name) => found[name]);
  return {
    places: new Float32Array(0),
    directions: Float32Array.from(fits.flatMap(({ direction }) => [...direction])),
    fits: Float32Array.from(
      fits.flatMap(({ direction, shared }) => [shared, stdAlong(checkpoint.contentCodes, direction)]),
    ),
  };
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
