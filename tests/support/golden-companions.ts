/** The exact steps of autoencoders and variational ones (tests/fixtures/README.md), rearranged from PyTorch's layouts into ours. */
import type { EncoderDecoderConfig } from '../../src/networks/encoder-decoder/architecture.ts';
import type { Batch, Objective } from '../../training/methods/encoder-decoder/train-step.ts';
import { digitShape } from './digit-shape.ts';
import { openGolden, type GoldenFile } from './golden-file.ts';

type Values = Float32Array<ArrayBuffer>;
type Prefix = 'param' | 'grad' | 'adam1';

export interface GoldenCompanion {
  readonly file: GoldenFile;
  readonly config: EncoderDecoderConfig;
  readonly objective: Objective;
  readonly batch: Batch;
  readonly parameters: (prefix: Prefix) => Record<string, Values>;
  /** What each layer gives, by its place among `activations`. */
  readonly activations: () => readonly (Values | undefined)[];
}

/** [rows, k] and [rows, k] → [rows, 2k]. */
function joinColumns(a: Values, b: Values, columns: number): Values {
  const joined = new Float32Array(2 * a.length);
  for (let row = 0; row * columns < a.length; row++) {
    joined.set(a.subarray(row * columns, (row + 1) * columns), 2 * row * columns);
    joined.set(b.subarray(row * columns, (row + 1) * columns), (2 * row + 1) * columns);
  }
  return joined;
}

const dense = (file: GoldenFile, to: string, from: string) => (prefix: Prefix) => ({
  [`${to}.weight`]: file.transposed(`${prefix}.${from}.weight`, [1, 0]),
  [`${to}.bias`]: file.tensor(`${prefix}.${from}.bias`).values.slice(),
});
/** Of a convolution [out, in, kh, kw] and of a transposed one [in, out, kh, kw] alike. */
const kernel = (file: GoldenFile, to: string, from: string) => (prefix: Prefix) => ({
  [`${to}.weight`]: file.transposed(`${prefix}.${from}.weight`, [2, 3, 1, 0]),
  [`${to}.bias`]: file.tensor(`${prefix}.${from}.bias`).values.slice(),
});
const together =
  (...parts: ((prefix: Prefix) => Record<string, Values>)[]) =>
  (prefix: Prefix) =>
    Object.assign({}, ...parts.map((part) => part(prefix))) as Record<string, Values>;

const plain = { network: 'dense', hidden: [], ...digitShape, codeDim: 5, gaussianCode: false } as const;

function autoencoder(name: 'linear' | 'relu'): GoldenCompanion {
  const file = openGolden(`${name}-ae-step.safetensors`);
  const isLinear = name === 'linear';
  return {
    file,
    config: {
      ...plain,
      encoderActivation: 'relu',
      decoderActivation: 'relu',
      codeActivation: isLinear ? 'linear' : 'relu',
      outputActivation: isLinear ? 'linear' : 'sigmoid',
    },
    objective: {
      dataTerm: isLinear ? 'squared-error' : 'cross-entropy',
      dataWeight: isLinear ? 1 / 784 : 1,
      divergenceWeight: 0,
    },
    batch: { images: file.tensor('in.x').values },
    parameters: together(dense(file, 'encoder.code', 'encoder'), dense(file, 'decoder.output', 'decoder')),
    activations: () => {
      const code = file.tensor('train.code').values;
      return [undefined, code, code, file.tensor('train.xhat').values];
    },
  };
}

function denseVae(): GoldenCompanion {
  const file = openGolden('vae-mlp-step.safetensors');
  const values = (name: string) => file.tensor(name).values;
  return {
    file,
    config: {
      ...plain,
      hidden: [32],
      encoderActivation: 'relu',
      decoderActivation: 'sigmoid',
      codeActivation: 'linear',
      gaussianCode: true,
      outputActivation: 'sigmoid',
    },
    objective: { dataTerm: 'cross-entropy', dataWeight: 1, divergenceWeight: 1 },
    batch: { images: values('in.x'), noise: values('in.eps') },
    parameters: together(
      dense(file, 'encoder.dense1', 'hidden1'),
      (prefix) => ({
        'encoder.code.weight': joinColumns(
          file.transposed(`${prefix}.mu.weight`, [1, 0]),
          file.transposed(`${prefix}.logvar.weight`, [1, 0]),
          5,
        ),
        'encoder.code.bias': joinColumns(values(`${prefix}.mu.bias`), values(`${prefix}.logvar.bias`), 5),
      }),
      dense(file, 'decoder.dense1', 'hidden2'),
      dense(file, 'decoder.output', 'output'),
    ),
    activations: () => [
      undefined,
      values('train.hidden1'),
      joinColumns(values('train.mu'), values('train.logvar'), 5),
      values('train.z'),
      values('train.hidden2'),
      values('train.xhat'),
    ],
  };
}

function convolutionalVae(): GoldenCompanion {
  const file = openGolden('vae-conv-step.safetensors');
  const values = (name: string) => file.tensor(name).values;
  // The innermost map is [channel, y, x] in a row in PyTorch, and [y, x, channel] here.
  const map = [8, 7, 7];
  const code = (prefix: Prefix, name: string) =>
    file.transposed(`${prefix}.${name}.weight`, [2, 3, 1, 0], [4, ...map]);
  const channelsLast = (name: string) => file.transposed(name, [0, 2, 3, 1]);
  return {
    file,
    config: {
      network: 'convolutional',
      hidden: [4, 8],
      encoderActivation: 'relu',
      decoderActivation: 'relu',
      codeDim: 4,
      codeActivation: 'linear',
      gaussianCode: true,
      outputActivation: 'sigmoid',
      ...digitShape,
    },
    // The course's loss has twice the divergence.
    objective: {
      dataTerm: 'squared-error',
      dataWeight: 1 / (file.scalar('xSigma2') * 784),
      divergenceWeight: 2,
    },
    batch: { images: values('in.x'), noise: values('in.eps') },
    parameters: together(
      kernel(file, 'encoder.conv1', 'conv1'),
      kernel(file, 'encoder.conv2', 'conv2'),
      (prefix) => ({
        'encoder.code.weight': joinColumns(code(prefix, 'mu'), code(prefix, 'logvar'), 4),
        'encoder.code.bias': joinColumns(values(`${prefix}.mu.bias`), values(`${prefix}.logvar.bias`), 4),
        'decoder.dense1.weight': file.transposed(`${prefix}.dense.weight`, [3, 1, 2, 0], [...map, 4]),
        'decoder.dense1.bias': file.transposed(`${prefix}.dense.bias`, [1, 2, 0], map),
      }),
      kernel(file, 'decoder.convT1', 'convT1'),
      kernel(file, 'decoder.output', 'convT2'),
    ),
    activations: () => [
      undefined,
      channelsLast('train.conv1'),
      channelsLast('train.conv2'),
      joinColumns(values('train.mu'), values('train.logvar'), 4),
      values('train.z'),
      channelsLast('train.dense'),
      channelsLast('train.convT1'),
      channelsLast('train.xhat'),
    ],
  };
}

export const goldenCompanions: Readonly<Record<string, () => GoldenCompanion>> = {
  'a linear autoencoder': () => autoencoder('linear'),
  'an autoencoder with ReLU codes': () => autoencoder('relu'),
  'a dense variational autoencoder': denseVae,
  'a convolutional variational autoencoder': convolutionalVae,
};
