/** What the plane is told at build time: both models, the dots of their codes, and its first pictures. Not for islands. */
import { previewFile } from '../../../contract/ids.ts';
import { decodedSheet, openDecoder, readCodes, type OpenDecoder } from '../../build/decoder.ts';
import { readJudge } from '../../build/manifests.ts';
import { withBase } from '../../layout/links.ts';
import { dotsOf } from '../content-map/facts.ts';
import { parseState } from '../shell/state/fields.ts';
import {
  numPictures,
  planeCodes,
  planeFields,
  posteriorsOf,
  type PlaneFacts,
  type PlaneModel,
  type Posterior,
} from './plane.ts';
import type { Training } from './trainings.ts';

const ids: Readonly<Record<Training, string>> = {
  with: 'vae-mnist-dense-k2',
  without: 'vae-mnist-dense-nokl-k2',
};

/** A few codes lie far out: so much of all is on the plane, and every shown image is. */
const shareOnPlane = 0.99;

const reachOf = ({ mean }: Posterior): number => Math.max(...mean.map(Math.abs));

function modelOf({ manifest: { id }, mapped, shown }: OpenDecoder['checkpoint']): PlaneModel {
  const posteriors = posteriorsOf(shown);
  const reaches = posteriorsOf(mapped)
    .map(reachOf)
    .sort((a, b) => a - b);
  const most = reaches[Math.floor(shareOnPlane * (reaches.length - 1))];
  return { id, extent: Math.ceil(Math.max(most, ...posteriors.map(reachOf))), posteriors };
}

export function planeFacts(): Omit<PlaneFacts, 'originalsUrl'> {
  const { kl, x, y, ...args } = parseState(planeFields, '');
  const judge = readJudge();
  return {
    models: {
      with: modelOf(readCodes('vae', ids.with)),
      without: modelOf(readCodes('vae', ids.without)),
    },
    firstFrame: decodedSheet(openDecoder('vae', ids[kl]), numPictures, (checkpoint) =>
      planeCodes(checkpoint, { ...args, place: [x, y] }),
    ),
    reconstructionsUrl: withBase(`models/${ids[kl]}/${previewFile('reconstructions')}`),
    judge: judge && { id: judge.id, accuracy: judge.metrics.testAccuracy },
  };
}

/** The dots of each class as one path, in a box of 100 × 100 whose y runs down. */
export function planeDots(training: Training): readonly string[] {
  const checkpoint = readCodes('vae', ids[training]);
  const { mapped, mappedLabels } = checkpoint;
  const { extent } = modelOf(checkpoint);
  const dots = posteriorsOf(mapped)
    .map((posterior, i) => ({ posterior, label: mappedLabels[i] }))
    .filter(({ posterior }) => reachOf(posterior) <= extent);
  return dotsOf(
    Float32Array.from(dots.flatMap(({ posterior }) => posterior.mean)),
    dots.map(({ label }) => label).join(''),
    { numClasses: Math.max(...mappedLabels) + 1, extent },
  );
}
