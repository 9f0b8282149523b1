/** What is measured on a data set without a model of ours but the evaluation classifier, to the `metrics.json` of its reference folder. */
import { join } from 'node:path';
import { checkpointFiles } from '../../src/contract/ids.ts';
import { contractVersion } from '../../src/contract/parts.ts';
import { parseReferenceMetrics, roundValues } from '../../src/contract/metrics.ts';
import { buildClassifier } from '../../src/networks/classifier/classifier.ts';
import { imageLength } from '../../src/networks/blocks/image-shape.ts';
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { createRandom } from '../../src/numerics/random.ts';
import { dataSources, loadImages } from '../data/sources.ts';
import { numGenerated } from '../evaluation/generated.ts';
import { measureFactorReader } from '../evaluation/factor-reader.ts';
import { loadFactorReader } from '../evaluation/load-factor-reader.ts';
import { measureReference } from '../evaluation/measure-reference.ts';
import { probeReferences } from '../evaluation/probes.ts';
import { encodeJson } from '../export/encode-json.ts';
import { readClassifier } from '../methods/classifier/files/read-classifier.ts';
import { writeFolder } from '../store/write-folder.ts';
import type { ReferenceJob } from './messages.ts';

/** As many as the runs learn, so that baselines and Fréchet distances compare; the next ones of the file, which the evaluation classifier learned too, are the other real images. */
const numImages = 2000;

export async function measureDataset(job: ReferenceJob): Promise<void> {
  await startWasmBackend();
  // The test split that as many are taken from, spread evenly: the first half of MNIST's is the easier one.
  const source = dataSources[job.dataset];
  const [length, numUnseen] = [imageLength(source), source.splits.test];
  const both = await loadImages(job.dataset, { numImages: 2 * numImages });
  const images = both.images.subarray(0, numImages * length);
  const labels = both.labels.subarray(0, numImages);
  const unseen = await loadImages(job.dataset, { numImages: numUnseen, split: 'test' });
  const { manifest, config, parameters } = await readClassifier(job.evaluationClassifier);
  const auxiliaryClassifier = await readClassifier(job.auxiliaryClassifier);
  const evaluationClassifier = buildClassifier(config, parameters);
  const accuracy = ({ testAccuracy, testImages }: typeof manifest.metrics) => ({
    value: testAccuracy,
    n: testImages,
  });
  const factorReader = await loadFactorReader(job.dataset);
  const factors = source.factors?.('test', numUnseen);
  const values = measureReference({
    images,
    labels,
    otherImages: both.images.subarray(numImages * length),
    unseenImages: everyNth(unseen.images, length, numUnseen / numImages),
    many: {
      images: (await loadImages(job.dataset, { numImages: numGenerated })).images,
      test: unseen.images,
    },
    evaluationClassifier,
    probeValues: probeReferences({ images, labels }),
    evaluationClassifierAccuracy: accuracy(manifest.metrics),
    ...(factorReader &&
      factors && {
        factorReading: measureFactorReader(factorReader, {
          ...unseen,
          factors,
          numClasses: source.classNames.length,
          imageWidth: source.imageWidth,
        }),
      }),
    auxiliaryClassifierAccuracy: accuracy(auxiliaryClassifier.manifest.metrics),
    random: createRandom('reference'),
  });
  evaluationClassifier.dispose();
  const metrics = parseReferenceMetrics(
    {
      contractVersion,
      id: job.id,
      dataset: job.dataset,
      metrics: roundValues(values),
      provenance: { ...job.provenance, evaluationClassifier: manifest.files.weights.sha256 },
    },
    `metrics of ${job.id}`,
  );
  await writeFolder(join(job.out, job.id), new Map([[checkpointFiles.metrics, encodeJson(metrics)]]));
}

/** Of images of `length` numbers each, the first and every n-th after it. */
function everyNth(images: Uint8Array, length: number, n: number): Uint8Array {
  const chosen = new Uint8Array(images.length / n);
  for (let at = 0; at < chosen.length; at += length) {
    chosen.set(images.subarray(at * n, at * n + length), at);
  }
  return chosen;
}
