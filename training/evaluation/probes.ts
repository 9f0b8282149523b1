/**
 * How much of the class the content codes hold: small classifiers, *probes*, that predict an image's class from its content code,
 * judged on codes that they have not seen. Stratified 5-fold; the standardization and everything chosen (the linear probe's
 * penalty, the MLP's epoch) come from the training folds alone. A metric is the mean accuracy over the held-out folds, with its spread.
 *
 * *Noisy* codes carry the noise of training, which is what the generator is given: drawn afresh for each fold, for the codes the
 * probe learns from as for those it is judged on. Clean codes are what the checkpoint holds.
 *
 * An accuracy *below* chance is no information either, and says that the codes were centred class by class, as class-conditional
 * whitening does: once the mean over all codes of a class is zero, the mean of its training folds is the negative of its held-out
 * fold's (times a quarter), so that what a probe learns points away from the class. A probe knows that much of the codes of a
 * class only because the held-out ones took part in the centring. The metric is left as it was measured, not raised to chance;
 * its mark is a probe on random codes that were whitened in the same way, `probe.*.whitened*` of the references.
 */
import type { MetricValues, ReferenceValues } from '../../src/contract/metrics.ts';
import { meanOf, sampleSd } from '../../src/contract/statistics.ts';
import type { CodeSource } from '../../src/networks/generator/codes.ts';
import { principalComponents, type PrincipalComponents } from '../../src/numerics/principal-components.ts';
import { createRandom, normalArray, type Random } from '../../src/numerics/random.ts';
import { rowsByClass } from '../../src/numerics/arrays.ts';
import { whitenRows } from '../../src/numerics/whiten-rows.ts';
import { labelsOf, toIntensity } from './pictures.ts';
import { innerSplit, standardized, stratifiedFolds } from './probes/folds.ts';
import { fitLinear } from './probes/linear.ts';
import { fitMlp } from './probes/mlp.ts';
import { scoreProbe, type LabelledRows } from './probes/probe.ts';

const numFolds = 5;
const probes = { linear: fitLinear, mlp: fitMlp } as const;
export type ProbeName = keyof typeof probes;

/** The same folds, starts and noise for every run, so that runs of the same images differ in their codes only. */
const probeSeed = 'probes';

/** `probe.*` of a run. Without noise the noisy codes are the clean ones. */
export function measureProbes(source: CodeSource, contentNoiseStd: number): MetricValues {
  const { contentDim: dim, numClasses } = source.manifest.model;
  const rows = { features: source.contentCodes, dim, labels: labelsOf(source), numClasses };
  const n = rows.labels.length;
  const accuracy = (name: ProbeName, noiseStd: number) => ({ ...probeAccuracy(name, rows, { noiseStd }), n });
  const clean = { linear: accuracy('linear', 0), mlp: accuracy('mlp', 0) };
  return {
    'probe.linear.clean': clean.linear,
    'probe.linear.noisy': contentNoiseStd === 0 ? clean.linear : accuracy('linear', contentNoiseStd),
    'probe.mlp.clean': clean.mlp,
    'probe.mlp.noisy': contentNoiseStd === 0 ? clean.mlp : accuracy('mlp', contentNoiseStd),
  };
}

export interface ProbeReferencesInput {
  /** [numImages × numbers of an image], intensity in 0..255. */
  readonly images: Uint8Array;
  /** [numImages] */
  readonly labels: Uint8Array;
  /** Of these images as intensity in [0, 1], where the caller has them: 25 at least. They know no class, so all images take part. */
  readonly principalComponents?: Pick<PrincipalComponents, 'project'>;
}

const numComponents = 25;

/**
 * The lines to read probes against: naming the most frequent class, labels in random order, the images' first 25 components, and
 * random codes whitened class by class.
 */
export function probeReferences(input: ProbeReferencesInput): ReferenceValues {
  const { images, labels } = input;
  const random = createRandom(probeSeed);
  const intensity = toIntensity(images);
  const pca =
    input.principalComponents ??
    principalComponents(intensity, images.length / labels.length, numComponents, random.fork('pca'));
  const counts = new Uint32Array(Math.max(...labels) + 1);
  for (const label of labels) counts[label]++;
  const rows = {
    features: pca.project(intensity, numComponents),
    dim: numComponents,
    labels,
    numClasses: counts.length,
  };
  const order = random.fork('shuffled labels').permutation(labels.length);
  const shuffled = { ...rows, labels: Uint8Array.from(order, (row) => labels[row]) };
  const whitened = (dim: number): LabelledRows => {
    const codes = normalArray(random.fork(`codes ${dim}`), labels.length * dim, 1);
    for (const members of rowsByClass(labels, counts.length)) whitenRows(codes, dim, members);
    return { ...rows, features: codes, dim };
  };
  const n = labels.length;
  const accuracy = (name: ProbeName, of: LabelledRows) => ({ ...probeAccuracy(name, of), n });
  const [whitened25, whitened8] = [25, 8].map(whitened);
  return {
    'probe.majority': { value: Math.max(...counts) / n, n },
    'probe.linear.shuffled': accuracy('linear', shuffled),
    'probe.mlp.shuffled': accuracy('mlp', shuffled),
    'probe.linear.pca25': accuracy('linear', rows),
    'probe.mlp.pca25': accuracy('mlp', rows),
    'probe.linear.whitened25': accuracy('linear', whitened25),
    'probe.mlp.whitened25': accuracy('mlp', whitened25),
    'probe.linear.whitened8': accuracy('linear', whitened8),
    'probe.mlp.whitened8': accuracy('mlp', whitened8),
  };
}

interface ProbeOptions {
  /** Standard deviation of the noise on every feature. */
  readonly noiseStd?: number;
  readonly random?: Random;
}

/** Accuracy on the held-out folds: its mean, and its sample standard deviation. */
export function probeAccuracy(
  name: ProbeName,
  rows: LabelledRows,
  { noiseStd = 0, random = createRandom(probeSeed) }: ProbeOptions = {},
): { readonly value: number; readonly foldSd: number } {
  const { dim, labels } = rows;
  const splits = stratifiedFolds(labels, numFolds, random.fork('folds'));
  const accuracies = splits.map((split, fold) => {
    const own = random.fork(`fold ${fold}`);
    const features = withNoise(rows.features, noiseStd, own.fork('noise'));
    const scaled = standardized(features, dim, split);
    const part = (which: 'training' | 'heldOut'): LabelledRows => ({
      ...rows,
      features: scaled[which],
      labels: Uint8Array.from(split[which], (row) => labels[row]),
    });
    const training = part('training');
    const inner = innerSplit(training.labels, own.fork('inner'));
    const probe = probes[name](training, inner, own.fork(name));
    return scoreProbe(probe, part('heldOut')).accuracy;
  });
  return { value: meanOf(accuracies), foldSd: sampleSd(accuracies) };
}

const withNoise = (features: Float32Array, std: number, random: Random): Float32Array =>
  std === 0 ? features : features.map((value) => value + std * random.normal());
