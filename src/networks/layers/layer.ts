/**
 * A layer of a network that runs on a workspace: a linear map with a bias, then an activation. Forward and backward are written out, without
 * a tape; the parameters and their gradients lie where the network put them.
 */
import type { FloatArray } from '../../numerics/simd/matrix.ts';
import type { Workspace } from '../../numerics/simd/workspace.ts';

export type Activation = 'linear' | 'relu' | 'leaky-relu' | 'sigmoid';

/** What a leaky ReLU multiplies negative numbers with. */
export const leakySlope = 0.2;

/** Of a picture or a feature map; row-major with the channels side by side. */
export interface MapSize {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

export const mapLength = ({ height, width, channels }: MapSize): number => height * width * channels;

/** Convolutions and their transposes have 4×4 kernels, stride 2 and padding 1: they halve or double both sides. */
export const kernelSide = 4;

interface AnyLayer {
  /** Its parameters are `<name>.weight` and `<name>.bias`. */
  readonly name: string;
  readonly activation: Activation;
}
export interface DenseSpec extends AnyLayer {
  readonly kind: 'dense';
  readonly inputs: number;
  readonly outputs: number;
}
export interface ConvolutionSpec extends AnyLayer {
  readonly kind: 'convolution' | 'transposed-convolution';
  readonly input: MapSize;
  readonly output: MapSize;
}
export type LayerSpec = DenseSpec | ConvolutionSpec;

/**
 * Batch normalization (Ioffe and Szegedy, 2015) of each channel over images and positions. Its weights are the scales γ and its biases the
 * shifts β. In training only: with running statistics it is a linear map, which goes into the layer before it (fold.ts).
 */
export interface BatchNormSpec extends AnyLayer {
  readonly kind: 'batch-norm';
  readonly size: MapSize;
}
export type TrainableSpec = LayerSpec | BatchNormSpec;

/** Numbers of one image that go in and come out. */
export function inputLength(spec: TrainableSpec): number {
  if (spec.kind === 'batch-norm') return mapLength(spec.size);
  return spec.kind === 'dense' ? spec.inputs : mapLength(spec.input);
}
export function outputLength(spec: TrainableSpec): number {
  if (spec.kind === 'batch-norm') return mapLength(spec.size);
  return spec.kind === 'dense' ? spec.outputs : mapLength(spec.output);
}

/** Dense weights are [in, out], kernels [ky, kx, in, out], and those of transposed convolutions [ky, kx, out, in]. */
export function parameterShapes(spec: TrainableSpec): {
  readonly weight: readonly number[];
  readonly bias: readonly number[];
} {
  if (spec.kind === 'dense') return { weight: [spec.inputs, spec.outputs], bias: [spec.outputs] };
  if (spec.kind === 'batch-norm') return { weight: [spec.size.channels], bias: [spec.size.channels] };
  const [from, to] = [spec.input.channels, spec.output.channels];
  const channels = spec.kind === 'convolution' ? [from, to] : [to, from];
  return { weight: [kernelSide, kernelSide, ...channels], bias: [to] };
}

/** Numbers that a unit sums over, as PyTorch counts them for its start; of a transposed convolution it counts the outputs. */
export function fanIn(spec: LayerSpec): number {
  if (spec.kind === 'dense') return spec.inputs;
  const { channels } = spec.kind === 'convolution' ? spec.input : spec.output;
  return kernelSide * kernelSide * channels;
}

export interface LayerParameters {
  readonly weight: FloatArray;
  readonly bias: FloatArray;
}

export interface LayerInput {
  readonly workspace: Workspace;
  readonly parameters: LayerParameters;
  /** Images at most. */
  readonly capacity: number;
}

/** Of a batch normalization, by channel: what stands for the statistics of a batch where there is none. */
export interface RunningStatistics {
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

/** The linear map alone, without bias and activation. `count`: images. */
export interface LinearMap {
  /** output = map(input). */
  forward(input: FloatArray, output: FloatArray, count: number): void;
  /** `weightGradient` becomes the gradient of the weights and `inputGradient` that of the input, where they are asked for. */
  backward(pass: {
    readonly input: FloatArray;
    readonly outputGradient: FloatArray;
    readonly weightGradient: FloatArray | undefined;
    readonly inputGradient: FloatArray | undefined;
    readonly count: number;
  }): void;
  /** Of a batch normalization: they follow every forward pass. */
  readonly running?: RunningStatistics;
}
