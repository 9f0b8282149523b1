/**
 * How many multiply-adds a run took to train, from its setting alone: unlike seconds, the same on every machine. Counted is what the trainer
 * computes for its steps (networks/multiply-adds.ts): every pass forward and backward, and of a guided GLO also the training of its auxiliary
 * classifier, which learned before it. Not counted: what is measured on the way, and the statistics of style, which are read once.
 */
import type { ClassifierManifest } from '../../../contract/families/classifier.ts';
import type { SettingOf } from '../../../contract/metrics.ts';
import { codeEncodersOf } from '../../../networks/amortized/architecture.ts';
import type { ImageShape } from '../../../networks/blocks/image-shape.ts';
import { architectureOf } from '../../../networks/encoder-decoder/architecture.ts';
import { ganArchitectureOf } from '../../../networks/gan/architecture.ts';
import { inputLength } from '../../../networks/layers/layer.ts';
import {
  classifierForward,
  generatorForward,
  layersForward,
  layersTraining,
} from '../../../networks/multiply-adds.ts';
import type { AnySetting } from '../../build/metrics.ts';

interface TrainedOn {
  readonly images: ImageShape;
  /** By id, of guided runs. */
  readonly classifierOf: (id: string) => Pick<ClassifierManifest, 'dataset' | 'model' | 'training'>;
}

export function trainingArithmetic(setting: AnySetting, on: TrainedOn): number {
  switch (setting.family) {
    case 'glo':
      return gloArithmetic(setting, on);
    case 'autoencoder':
      return setting.kind === 'pca' ? principalArithmetic(setting, on) : encoderArithmetic(setting, on);
    case 'vae':
      return encoderArithmetic(setting, on);
    case 'gan':
      return ganArithmetic(setting, on);
    case 'amortized':
      return amortizedArithmetic(setting, on);
  }
}

function gloArithmetic(
  { dataset, model, training: { numEpochs, guidance } }: SettingOf<'glo'>,
  { images, classifierOf }: TrainedOn,
): number {
  const generator = 3 * generatorForward({ ...model, ...images });
  const plain = dataset.numTrainingImages * numEpochs * generator;
  if (!guidance) return plain;
  const classifier = classifierOf(guidance.auxiliaryClassifier);
  const { first, maps, all } = classifierForward(classifier.model);
  // Transfers go through the generator once more, and through the classifier to its digits and again to its maps, forward and back.
  const guides = (guidance.weight > 0 ? 2 * all : 0) + (guidance.style ? 2 * maps : 0);
  const guidedEpochs = numEpochs - guidance.fromEpoch + 1;
  const learned = classifier.dataset.numTrainingImages * classifier.training.numEpochs * (3 * all - first);
  return plain + dataset.numTrainingImages * guidedEpochs * (generator + guides) + learned;
}

/** The covariance of all pixels; the search for its first eigenvectors is short beside it. */
const principalArithmetic = ({ dataset, model }: SettingOf<'autoencoder'>, { images }: TrainedOn): number =>
  dataset.numTrainingImages * inputLength(architectureOf({ ...model, ...images }).encoder[0]) ** 2;

function encoderArithmetic(
  { dataset, model, training }: SettingOf<'autoencoder' | 'vae'>,
  { images }: TrainedOn,
): number {
  const { encoder, decoder } = architectureOf({ ...model, ...images });
  const ofStep = (from: typeof encoder, to: typeof decoder): number =>
    layersTraining(from, { passesGradientOn: false }) + layersTraining(to, { passesGradientOn: true });
  // Layer by layer, each pair learns from what the layers before it give.
  const ofPairs = encoder.map(
    (layer, i) => layersForward(encoder.slice(0, i)) + ofStep([layer], [decoder[decoder.length - 1 - i]]),
  );
  const pretrainingEpochs = 'pretrainingEpochs' in training ? training.pretrainingEpochs : 0;
  const anImage =
    training.numEpochs * ofStep(encoder, decoder) +
    pretrainingEpochs * ofPairs.reduce((total, pair) => total + pair, 0);
  return dataset.numTrainingImages * anImage;
}

/** Of the second stage alone: encoders forward and back, and through the generator forward, back to the codes and, where it learns, to its weights. */
function amortizedArithmetic(
  { dataset, model, training }: SettingOf<'amortized'>,
  { images }: Pick<TrainedOn, 'images'>,
): number {
  const { classEncoder, contentEncoder } = codeEncodersOf({ ...model, ...images });
  const encoders = [classEncoder, contentEncoder].map((layers) =>
    layersTraining(layers, { passesGradientOn: false }),
  );
  const generator = (training.generatorRate > 0 ? 3 : 2) * generatorForward({ ...model, ...images });
  return dataset.numTrainingImages * training.numEpochs * (encoders[0] + encoders[1] + generator);
}

export function ganArithmetic(
  { model, training }: Pick<SettingOf<'gan'>, 'model' | 'training'>,
  { images }: Pick<TrainedOn, 'images'>,
): number {
  const { generator, discriminator } = ganArchitectureOf({ ...model, ...images });
  const [draws, scores] = [layersForward(generator), layersForward(discriminator)];
  // Real images and drawn ones; the penalty's own images forward, back to the image, and forward and back through the tangent network.
  const penalty = training.constraint === 'gradient-penalty' ? 4 * scores : 0;
  const critic = draws + 2 * layersTraining(discriminator, { passesGradientOn: false }) + penalty;
  // Through the discriminator only back to the image.
  const player = layersTraining(generator, { passesGradientOn: false }) + 2 * scores;
  const steps = training.numEpochs * training.stepsPerEpoch;
  return steps * training.batchSize * (training.criticSteps * critic + player);
}
