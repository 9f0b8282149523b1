/** The gradients of everything that learns, and how a pass's gradients reach the tables of codes. */
import type { GeneratorConfig, TrainableName } from '../../../src/networks/generator/generator.ts';

export interface Gradients {
  readonly parameters: Readonly<Record<TrainableName, Float32Array>>;
  /** [numClasses × classDim]; zero for classes that are not in the batch. */
  readonly classCodes: Float32Array;
  /** [numImages × contentDim]; zero for images that are not in the batch. */
  readonly contentCodes: Float32Array;
}

interface PassedCodes {
  /** Rows of the two tables that the input was made of, [n] each. */
  readonly images: Uint32Array;
  readonly labels: Uint8Array;
  /** Gradient of the input, [n × (classDim + contentDim)], class code first. */
  readonly input: Float32Array;
}

/** Adds each row of the input's gradient to the rows of the image and of the class that it came from. */
export function addCodeGradients(
  gradients: Gradients,
  { classDim, contentDim }: GeneratorConfig,
  { images, labels, input }: PassedCodes,
): void {
  for (let i = 0; i < images.length; i++) {
    const row = i * (classDim + contentDim);
    for (let j = 0; j < classDim; j++) gradients.classCodes[labels[i] * classDim + j] += input[row + j];
    for (let j = 0; j < contentDim; j++) {
      gradients.contentCodes[images[i] * contentDim + j] += input[row + classDim + j];
    }
  }
}
