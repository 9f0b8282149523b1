/**
 * The MLP probe: one hidden layer of 128 ReLU units, Adam on batches, stopped early. The inner split says
 * after which epoch (the first at least) its cross-entropy is least; then a fresh one learns from all rows for as many epochs.
 */
import type { Random } from '../../../src/numerics/random.ts';
import { createAdam } from '../../../src/numerics/adam.ts';
import { scoreProbe, selectRows, softmax, type FitProbe, type LabelledRows, type Probe } from './probe.ts';

const numHidden = 128;
const batchSize = 64;
const learningRate = 1e-2;
const maxEpochs = 40;
/** Epochs without a new least before it stops. */
const patience = 4;

export const fitMlp: FitProbe = (rows, inner, random) => {
  const validation = selectRows(rows, inner.heldOut);
  const trial = startMlp(selectRows(rows, inner.training), random.fork('trial'));
  let best = { numEpochs: 1, crossEntropy: Infinity };
  for (let epoch = 1; epoch <= maxEpochs && epoch - best.numEpochs <= patience; epoch++) {
    trial.trainEpoch();
    const { crossEntropy } = scoreProbe(trial.probe, validation);
    if (crossEntropy < best.crossEntropy) best = { numEpochs: epoch, crossEntropy };
  }
  const final = startMlp(rows, random.fork('final'));
  for (let epoch = 1; epoch <= best.numEpochs; epoch++) final.trainEpoch();
  return final.probe;
};

function startMlp(rows: LabelledRows, random: Random) {
  const layout = mlpLayout(rows);
  const weights = initialize(layout, random.fork('weights'));
  const gradient = new Float32Array(weights.length);
  const adam = createAdam(weights.length, learningRate);
  const order = random.fork('order');
  return {
    /** Follows the training. */
    probe: mlp(weights, layout),
    trainEpoch() {
      const shuffled = order.permutation(rows.labels.length);
      for (let first = 0; first < shuffled.length; first += batchSize) {
        setGradient(gradient, weights, layout, rows, shuffled.subarray(first, first + batchSize));
        adam.update(weights, gradient);
      }
    },
  };
}

/** All weights in one array: hidden [128, dim], its bias [128], output [128, numClasses], its bias [numClasses]. */
interface Layout {
  readonly dim: number;
  readonly numClasses: number;
  readonly hiddenBias: number;
  readonly output: number;
  readonly outputBias: number;
  readonly size: number;
}

function mlpLayout({ dim, numClasses }: LabelledRows): Layout {
  const hiddenBias = numHidden * dim;
  const output = hiddenBias + numHidden;
  const outputBias = output + numClasses * numHidden;
  return { dim, numClasses, hiddenBias, output, outputBias, size: outputBias + numClasses };
}

/** Weights N(0, 2 / inputs) (He et al., 2015), biases 0. */
function initialize({ dim, hiddenBias, output, outputBias, size }: Layout, random: Random): Float32Array {
  const weights = new Float32Array(size);
  for (let i = 0; i < hiddenBias; i++) weights[i] = Math.sqrt(2 / dim) * random.normal();
  for (let i = output; i < outputBias; i++) weights[i] = Math.sqrt(2 / numHidden) * random.normal();
  return weights;
}

const mlp = (weights: Float32Array, layout: Layout): Probe => {
  const hidden = new Float64Array(numHidden);
  return (features, row, logits) => forward(weights, layout, features, row, hidden, logits);
};

function forward(
  weights: Float32Array,
  { dim, numClasses, hiddenBias, output, outputBias }: Layout,
  features: Float32Array,
  row: number,
  hidden: Float64Array,
  logits: Float64Array,
): void {
  const from = row * dim;
  for (let k = 0; k < numClasses; k++) logits[k] = weights[outputBias + k];
  for (let j = 0; j < numHidden; j++) {
    const own = j * dim;
    let sum = weights[hiddenBias + j];
    for (let i = 0; i < dim; i++) sum += weights[own + i] * features[from + i];
    hidden[j] = sum > 0 ? sum : 0;
    if (!(sum > 0)) continue;
    const out = output + j * numClasses;
    for (let k = 0; k < numClasses; k++) logits[k] += sum * weights[out + k];
  }
}

/** The gradient of the mean cross-entropy over the rows of `batch`. */
function setGradient(
  gradient: Float32Array,
  weights: Float32Array,
  layout: Layout,
  { features, labels }: LabelledRows,
  batch: Uint32Array,
): void {
  const { dim, numClasses, hiddenBias, output, outputBias } = layout;
  const hidden = new Float64Array(numHidden);
  const logitGradient = new Float64Array(numClasses);
  gradient.fill(0);
  for (const row of batch) {
    forward(weights, layout, features, row, hidden, logitGradient);
    softmax(logitGradient, labels[row]);
    logitGradient[labels[row]] -= 1;
    for (let k = 0; k < numClasses; k++) gradient[outputBias + k] += logitGradient[k] /= batch.length;
    const from = row * dim;
    for (let j = 0; j < numHidden; j++) {
      const unit = hidden[j];
      if (unit === 0) continue; // a unit that is off has no gradient on either side
      const out = output + j * numClasses;
      let sum = 0;
      for (let k = 0; k < numClasses; k++) {
        sum += logitGradient[k] * weights[out + k];
        gradient[out + k] += logitGradient[k] * unit;
      }
      gradient[hiddenBias + j] += sum;
      const own = j * dim;
      for (let i = 0; i < dim; i++) gradient[own + i] += sum * features[from + i];
    }
  }
}
