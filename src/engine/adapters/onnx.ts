/** The checkpoint's ONNX graph on onnxruntime-web: the same pictures from another runtime and another file. */
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type { ImageShape } from '../../networks/blocks/image-shape.ts';
import { rowsOfCodes } from '../../networks/generator/code-rows.ts';
import type { CodeBatch } from '../../networks/generator/codes.ts';
import type { CodeDims } from '../../networks/generator/generator.ts';
import { readingsOf, softmaxRows } from '../readings.ts';
import type { ManifestOf } from '../../contract/manifest.ts';
import type { Adapter, OpenNetwork } from './adapter.ts';
import { openOnnxGenerator } from './onnx-generator.ts';

/**
 * A graph that holds two networks, one of images and one of codes, and wants all inputs: the side that is not asked for gets one row of
 * zeros. `codeDims`: numbers of a row of each code, by the input's name.
 */
async function openTwoSides<Name extends string>(
  { imageChannels, imageHeight, imageWidth }: ImageShape,
  codeDims: Readonly<Record<Name, number>>,
  networkFile: Uint8Array<ArrayBuffer>,
) {
  const numPixels = imageChannels * imageHeight * imageWidth;
  const session = await InferenceSession.create(networkFile);
  const dims = Object.entries<number>(codeDims) as [Name, number][];
  const noCodes = Object.fromEntries(dims.map(([name, dim]) => [name, new Float32Array(dim)])) as Codes<Name>;
  const run = async (outputs: readonly string[], images: Float32Array, codes: Codes<Name>) => {
    const numImages = images.length / numPixels;
    const inputs: Record<string, Tensor> = {};
    for (const [name, dim] of dims)
      inputs[name] = new Tensor('float32', codes[name], [codes[name].length / dim, dim]);
    const image = new Tensor('float32', images, [numImages, imageChannels, imageHeight, imageWidth]);
    const results = await session.run({ image, ...inputs }, outputs);
    return outputs.map((name) => (results[name].data as Float32Array<ArrayBuffer>).slice());
  };
  return {
    ofImages: (images: Float32Array, ...outputs: readonly string[]) => run(outputs, images, noCodes),
    ofCodes: (codes: Codes<Name>, ...outputs: readonly string[]) =>
      run(outputs, new Float32Array(numPixels), codes),
    dispose: () => void session.release(),
  };
}

type Codes<Name extends string> = Readonly<Record<Name, Float32Array>>;

async function openEncoderDecoder(
  { model }: ManifestOf<'autoencoder' | 'vae'>,
  networkFile: Uint8Array<ArrayBuffer>,
): Promise<OpenNetwork> {
  const { ofImages, ofCodes, dispose } = await openTwoSides(model, { code: model.codeDim }, networkFile);
  return {
    encode: async (images) => (await ofImages(images, 'encoding'))[0],
    decode: async (code) => (await ofCodes({ code }, 'picture'))[0],
    dispose,
  };
}

/** The graph alone, of a checkpoint or not. */
export const openGenerator = (dims: CodeDims, graph: Uint8Array<ArrayBuffer>): Promise<OpenNetwork> =>
  openOnnxGenerator({ InferenceSession, Tensor }, dims, graph);

export const onnxAdapter: Adapter = {
  networkFile: 'onnx',

  binary: () => Promise.resolve({ url: wasmUrl, bytes: 14_239_897 }),

  start(wasm) {
    env.wasm.wasmBinary = wasm;
    env.wasm.numThreads = 1;
    return Promise.resolve();
  },

  open: {
    async amortized({ model }, networkFile) {
      const dims = { class: model.classDim, content: model.contentDim };
      const { ofImages, ofCodes, dispose } = await openTwoSides(model, dims, networkFile);
      return {
        async encode(images) {
          const [classCodes, contentCodes] = await ofImages(images, 'class_code', 'content_code');
          const count = contentCodes.length / model.contentDim;
          return rowsOfCodes(model, { count, classCodes, contentCodes });
        },
        async generate(batch) {
          const { classCodes, contentCodes } = batch as CodeBatch;
          return (await ofCodes({ class: classCodes, content: contentCodes }, 'picture'))[0];
        },
        dispose,
      };
    },

    autoencoder: openEncoderDecoder,
    vae: openEncoderDecoder,

    glo: ({ model }, networkFile) => openGenerator(model, networkFile),

    async gan({ model }, networkFile) {
      const dims = { code: model.codeDim };
      const { ofImages, ofCodes, dispose } = await openTwoSides(model, dims, networkFile);
      return {
        generate: async (codes) => (await ofCodes({ code: codes as Float32Array }, 'picture'))[0],
        async discriminate(images) {
          const [scores, gradients] = await ofImages(images, 'score', 'gradient');
          return { scores, gradients };
        },
        dispose,
      };
    },

    async classifier({ model }, networkFile) {
      const { imageChannels, imageHeight, imageWidth, numClasses } = model;
      const session = await InferenceSession.create(networkFile);
      return {
        async classify(images) {
          const count = images.length / (imageChannels * imageHeight * imageWidth);
          const image = new Tensor('float32', images, [count, imageChannels, imageHeight, imageWidth]);
          const { logits } = await session.run({ image });
          return readingsOf(softmaxRows(logits.data as Float32Array, numClasses), numClasses);
        },
        dispose: () => void session.release(),
      };
    },
  },
};
