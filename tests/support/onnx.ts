/** Runs a checkpoint’s generator.onnx or classifier.onnx in onnxruntime-web under Node, as the page’s ONNX engine does in the browser. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as ort from 'onnxruntime-web/wasm';
import { imageLength, type ImageShape } from '../../src/networks/blocks/image-shape.ts';
import type { CodeBatch } from '../../src/networks/generator/codes.ts';
import { digitShape } from './digit-shape.ts';

ort.env.wasm.numThreads = 1;
ort.env.wasm.wasmBinary = readFileSync(
  fileURLToPath(import.meta.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')),
);

export interface OnnxGenerator {
  readonly session: ort.InferenceSession;
  /** Intensity in [0, 1], [count, channels, height, width], row-major. */
  generate(codes: CodeBatch): Promise<Float32Array>;
}

export async function openOnnx(file: Uint8Array): Promise<OnnxGenerator> {
  const session = await ort.InferenceSession.create(file, { executionProviders: ['wasm'] });
  return {
    session,
    async generate({ count, contentCodes, classCodes }) {
      const rows = (values: Float32Array) =>
        new ort.Tensor('float32', values, [count, values.length / count]);
      const { image } = await session.run({
        content_code: rows(contentCodes),
        class_code: rows(classCodes),
      });
      return (await image.getData()) as Float32Array;
    },
  };
}

export interface OnnxClassifier {
  readonly session: ort.InferenceSession;
  /** `images`: intensity, [n, channels, height, width], row-major. */
  classify(images: Float32Array): Promise<{ logits: Float32Array; features: Float32Array }>;
}

export async function openClassifierOnnx(
  file: Uint8Array,
  shape: ImageShape = digitShape,
): Promise<OnnxClassifier> {
  const { imageChannels, imageHeight, imageWidth } = shape;
  const session = await ort.InferenceSession.create(file, { executionProviders: ['wasm'] });
  return {
    session,
    async classify(images) {
      const count = images.length / imageLength(shape);
      const image = new ort.Tensor('float32', images, [count, imageChannels, imageHeight, imageWidth]);
      const { logits, features } = await session.run({ image });
      return {
        logits: (await logits.getData()) as Float32Array,
        features: (await features.getData()) as Float32Array,
      };
    },
  };
}

export interface OnnxEncoderDecoder {
  /** `images`: intensity, [n × numbers of an image]. */
  encode(images: Float32Array): Promise<Float32Array>;
  /** `codes` [n × codeDim] → intensity. */
  decode(codes: Float32Array): Promise<Float32Array>;
}

export async function openEncoderDecoderOnnx(file: Uint8Array, model: TwoSides): Promise<OnnxEncoderDecoder> {
  const { ofImages, ofCodes } = await openTwoSides(file, model, { code: model.codeDim });
  return {
    encode: async (images) => (await ofImages(images, 'encoding'))[0],
    decode: async (code) => (await ofCodes({ code }, 'picture'))[0],
  };
}

type TwoSides = ImageShape & { readonly codeDim: number };
type Codes<Name extends string> = Readonly<Record<Name, Float32Array>>;

/** A graph with a network of images and one of codes, which wants all inputs; `codeDims`: numbers of a row of each code. */
async function openTwoSides<Name extends string>(
  file: Uint8Array,
  shape: ImageShape,
  codeDims: Readonly<Record<Name, number>>,
) {
  const { imageChannels, imageHeight, imageWidth } = shape;
  const length = imageLength(shape);
  const session = await ort.InferenceSession.create(file, { executionProviders: ['wasm'] });
  const dims = Object.entries<number>(codeDims) as [Name, number][];
  const noCodes = Object.fromEntries(dims.map(([name, dim]) => [name, new Float32Array(dim)])) as Codes<Name>;
  const run = async (images: Float32Array, codes: Codes<Name>, outputs: readonly string[]) => {
    const count = images.length / length;
    const image = new ort.Tensor('float32', images, [count, imageChannels, imageHeight, imageWidth]);
    const inputs: Record<string, ort.Tensor> = {};
    for (const [name, dim] of dims)
      inputs[name] = new ort.Tensor('float32', codes[name], [codes[name].length / dim, dim]);
    const results = await session.run({ image, ...inputs }, outputs);
    return Promise.all(outputs.map(async (name) => (await results[name].getData()) as Float32Array));
  };
  return {
    ofImages: (images: Float32Array, ...outputs: string[]) => run(images, noCodes, outputs),
    ofCodes: (codes: Codes<Name>, ...outputs: string[]) => run(new Float32Array(length), codes, outputs),
  };
}

export interface OnnxGan {
  /** `codes` [n × codeDim] → intensity. */
  generate(codes: Float32Array): Promise<Float32Array>;
  /** `images`: intensity, [n × numbers of an image] → a score each, and its gradient by the image. */
  discriminate(images: Float32Array): Promise<{ scores: Float32Array; gradients: Float32Array }>;
}

export async function openGanOnnx(file: Uint8Array, model: TwoSides): Promise<OnnxGan> {
  const { ofImages, ofCodes } = await openTwoSides(file, model, { code: model.codeDim });
  return {
    generate: async (code) => (await ofCodes({ code }, 'picture'))[0],
    async discriminate(images) {
      const [scores, gradients] = await ofImages(images, 'score', 'gradient');
      return { scores, gradients };
    },
  };
}

export interface OnnxAmortized {
  /** `images`: intensity, [n × numbers of an image]. */
  encode(images: Float32Array): Promise<CodeBatch>;
  generate(codes: CodeBatch): Promise<Float32Array>;
}

export async function openAmortizedOnnx(
  file: Uint8Array,
  model: ImageShape & { readonly classDim: number; readonly contentDim: number },
): Promise<OnnxAmortized> {
  const dims = { class: model.classDim, content: model.contentDim };
  const { ofImages, ofCodes } = await openTwoSides(file, model, dims);
  return {
    async encode(images) {
      const [classCodes, contentCodes] = await ofImages(images, 'class_code', 'content_code');
      return { count: images.length / imageLength(model), classCodes, contentCodes };
    },
    generate: async ({ classCodes, contentCodes }) =>
      (await ofCodes({ class: classCodes, content: contentCodes }, 'picture'))[0],
  };
}
