/**
 * The map of a run's content codes: places by their neighbourhoods, and the directions along which slant, ink and width of the pictures
 * change, found by regression on pictures that the generator draws from learned contents in every class.
 */
import { directionNames } from '../../../src/contract/direction-names.ts';
import { encodeCodeMap } from '../../../src/networks/generator/code-map.ts';
import { momentDirections } from '../../../src/networks/generator/moment-directions.ts';
import { buildPredictor } from '../../../src/networks/generator/predictor.ts';
import { createRandom } from '../../../src/numerics/random.ts';
import { embedNeighbours } from '../../evaluation/neighbour-embedding.ts';
import type { MapInput } from '../method.ts';
import { loadCheckpoint } from './files/load-checkpoint.ts';

/** Contents, evenly through the images, whose pictures in every class are measured. */
const numContents = 500;

/** @throws ContractError when the checkpoint is not whole. */
export async function mapGlo({ folder, provenance }: MapInput): Promise<Uint8Array<ArrayBuffer>> {
  const { manifest, parameters, contentCodes, classCodes } = await loadCheckpoint(folder);
  const { contentDim } = manifest.model;
  const { numImages } = manifest.dataset;
  const predictor = buildPredictor(manifest.model, parameters);
  const found = momentDirections(
    { manifest, contentCodes, classCodes },
    (codes) => predictor.predict(codes),
    numContents,
  );
  predictor.dispose();
  const fits = directionNames.map((name) => found[name]);
  const scores = fits.map(({ direction }) => scoresAlong(contentCodes, direction));
  const places = embedNeighbours({
    rows: contentCodes,
    dim: contentDim,
    scores: [scores[0], scores[1]],
    random: createRandom(`map/${manifest.id}`),
  });
  const map = {
    places,
    directions: Float32Array.from(fits.flatMap(({ direction }) => [...direction])),
    fits: Float32Array.from(fits.flatMap(({ shared }, i) => [shared, stdOf(scores[i])])),
  };
  return encodeCodeMap(
    map,
    { numImages, contentDim },
    { contractVersion: String(manifest.contractVersion), id: manifest.id, ...provenance },
  );
}

/** Of codes [n × dim]. */
function scoresAlong(codes: Float32Array, direction: Float64Array): Float32Array<ArrayBuffer> {
  const dim = direction.length;
  return Float32Array.from({ length: codes.length / dim }, (_, row) =>
    direction.reduce((sum, value, i) => sum + value * codes[row * dim + i], 0),
  );
}

function stdOf(values: Float32Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
