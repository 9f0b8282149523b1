/** Both encoders while they are trained: forward, backward from gradients of their codes, and Adam. Not here: what the codes are asked for. */
import {
  codeEncoderLayers,
  codeEncodersOf,
  type CodeEncodersConfig,
} from '../../../src/networks/amortized/architecture.ts';
import type { CodeBatch } from '../../../src/networks/generator/codes.ts';
import { createTrainableChain } from '../../../src/networks/layers/chain.ts';
import { inputLength, type LayerSpec } from '../../../src/networks/layers/layer.ts';
import { allocateParameters, type NamedParameters } from '../../../src/networks/layers/parameters.ts';
import { createWorkspace } from '../../../src/numerics/simd/workspace.ts';

export interface EncoderTrainer {
  /** `images`: intensity in [0, 1], [n × numbers of an image], at most a batch. */
  encode(images: Float32Array): CodeBatch;
  /** One step of Adam, from the gradients of the codes that the last `encode` gave, laid out as they are. */
  update(gradients: Omit<CodeBatch, 'count'>, rate: number): void;
  parameters(): NamedParameters;
}

export function createEncoderTrainer(
  config: CodeEncodersConfig,
  parameters: NamedParameters,
  batchSize: number,
): EncoderTrainer {
  const workspace = createWorkspace();
  const { view } = workspace;
  const layers = codeEncoderLayers(config);
  const [values, gradients, mean, square] = [0, 1, 2, 3].map(() => allocateParameters(workspace, layers));
  values.write(parameters);
  const { classEncoder, contentEncoder } = codeEncodersOf(config);
  const length = inputLength(layers[0]);
  const half = (specs: readonly LayerSpec[], codeDim: number) => {
    const chain = createTrainableChain({
      workspace,
      specs,
      parametersOf: values.of,
      gradientsOf: gradients.of,
      capacity: batchSize,
      passesGradientOn: false,
    });
    return {
      encode(images: Float32Array): Float32Array {
        const count = images.length / length;
        view(chain.activations[0]).set(images);
        chain.forward(count);
        return view(chain.activations[specs.length]).slice(0, count * codeDim);
      },
      backward(gradient: Float32Array): void {
        view(chain.outputGradient).set(gradient);
        chain.backward(gradient.length / codeDim);
      },
    };
  };
  const ofClass = half(classEncoder, config.classDim);
  const ofContent = half(contentEncoder, config.contentDim);
  let step = 0;
  return {
    encode: (images) => ({
      count: images.length / length,
      classCodes: ofClass.encode(images),
      contentCodes: ofContent.encode(images),
    }),
    update({ classCodes, contentCodes }, rate) {
      ofClass.backward(classCodes);
      ofContent.backward(contentCodes);
      step++;
      const [all, slope, first, second] = [values, gradients, mean, square].map(({ whole }) => whole);
      workspace.adam({ values: all, gradient: slope, mean: first, square: second, rate, step });
    },
    parameters: values.read,
  };
}
