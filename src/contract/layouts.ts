/** Names and shapes of the tensors in a checkpoint's files, from its manifest. Those of the weights are the network's own. */
import type { Manifest } from './manifest.ts';

export type Shapes = Readonly<Record<string, readonly number[]>>;

/** `codes.safetensors`: row i of the content codes belongs to image i, row c of the class codes to class c. */
export const codeShapes = ({ dataset, model }: Pick<Manifest, 'dataset' | 'model'>) =>
  ({
    content_codes: [dataset.numImages, model.contentDim],
    class_codes: [model.numClasses, model.classDim],
  }) satisfies Shapes;

/** `golden.safetensors`: one row a case of `manifest.golden.cases`. */
export const goldenShapes = ({ golden, model }: Pick<Manifest, 'golden' | 'model'>) =>
  ({
    content_codes: [golden.cases.length, model.contentDim],
    class_codes: [golden.cases.length, model.classDim],
    images: [golden.cases.length, model.imageHeight * model.imageWidth],
  }) satisfies Shapes;
