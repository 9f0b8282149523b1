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
  const { ofImages, ofCodes } = await openTwoSides(file, model);
  return {
    encode: async (images) => (await ofImages(images, 'encoding'))[0],
    decode: async (codes) => (await ofCodes(codes, 'picture'))[0],
  };
}

type TwoSides = ImageShape & { readonly codeDim: number };

/** A graph with a network of images and one of codes, which wants both inputs. */
async function openTwoSides(file: Uint8Array, { codeDim, ...shape }: TwoSides) {
  const { imageChannels, imageHeight, imageWidth } = shape;
  const length = imageLength(shape);
  const session = await ort.InferenceSession.create(file, { executionProviders: ['wasm'] });
  const run = async (images: Float32Array, codes: Float32Array, outputs: readonly string[]) => {
    const count = images.length / length;
    const image = new ort.Tensor('float32', images, [count, imageChannels, imageHeight, imageWidth]);
    const code = new ort.Tensor('float32', codes, [codes.length / codeDim, codeDim]);
    const results = await session.run({ image, code }, outputs);
    return Promise.all(outputs.map(async (name) => (await results[name].getData()) as Float32Array));
  };
  return {
    ofImages: (images: Float32Array, ...outputs: string[]) => run(images, new Float32Array(codeDim), outputs),
    ofCodes: (codes: Float32Array, ...outputs: string[]) => run(new Float32Array(length), codes, outputs),
  };
}

export interface OnnxGan {
  /** `codes` [n × codeDim] → intensity. */
  generate(codes: Float32Array): Promise<Float32Array>;
  /** `images`: intensity, [n × numbers of an image] → a score each, and its gradient by the image. */
  discriminate(images: Float32Array): Promise<{ scores: Float32Array; gradients: Float32Array }>;
}

export async function openGanOnnx(file: Uint8Array, model: TwoSides): Promise<OnnxGan> {
  const { ofImages, ofCodes } = await openTwoSides(file, model);
  return {
    generate: async (codes) => (await ofCodes(codes, 'picture'))[0],
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

/** Both sides at once, as a run of the graph wants all its inputs. */
export async function openAmortizedOnnx(
  file: Uint8Array,
  model: ImageShape & { readonly classDim: number; readonly contentDim: number },
): Promise<OnnxAmortized> {
  const session = await ort.InferenceSession.create(file, { executionProviders: ['wasm'] });
  const { imageChannels, imageHeight, imageWidth } = model;
  const run = async (images: Float32Array, { count, classCodes, contentCodes }: CodeBatch) => {
    const numImages = images.length / imageLength(model);
    const rows = (values: Float32Array) => new ort.Tensor('float32', values, [count, values.length / count]);
    const results = await session.run({
      image: new ort.Tensor('float32', images, [numImages, imageChannels, imageHeight, imageWidth]),
      class: rows(classCodes),
      content: rows(contentCodes),
    });
    const [ofClass, ofContent, picture] = await Promise.all(
      ['class_code', 'content_code', 'picture'].map(
        async (name) => (await results[name].getData()) as Float32Array,
      ),
    );
    return { codes: { count: numImages, classCodes: ofClass, contentCodes: ofContent }, picture };
  };
  const noCodes = {
    count: 1,
    classCodes: new Float32Array(model.classDim),
    contentCodes: new Float32Array(model.contentDim),
  };
  return {
    encode: async (images) => (await run(images, noCodes)).codes,
    generate: async (codes) => (await run(new Float32Array(imageLength(model)), codes)).picture,
  };
}
