/** The checkpoint's ONNX graph on onnxruntime-web: the same pictures from another runtime and another file. */
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { rowsOfCodes } from '../../networks/generator/code-rows.ts';
import type { CodeBatch } from '../../networks/generator/codes.ts';
import { readingsOf, softmaxRows } from '../readings.ts';
import type { ManifestOf } from '../../contract/manifest.ts';
import type { Adapter, OpenNetwork } from './adapter.ts';

/**
 * A graph that holds two networks, one of images and one of codes, and wants both inputs: the side that is not asked for gets one row of
 * zeros.
 */
async function openTwoSides(
  { codeDim, imageChannels, imageHeight, imageWidth }: ManifestOf<'autoencoder' | 'gan' | 'vae'>['model'],
  networkFile: Uint8Array<ArrayBuffer>,
) {
  const numPixels = imageChannels * imageHeight * imageWidth;
  const session = await InferenceSession.create(networkFile);
  const run = async (outputs: readonly string[], images: Float32Array, codes: Float32Array) => {
    const image = new Tensor('float32', images, [
      images.length / numPixels,
      imageChannels,
      imageHeight,
      imageWidth,
    ]);
    const code = new Tensor('float32', codes, [codes.length / codeDim, codeDim]);
    const results = await session.run({ image, code }, outputs);
    return outputs.map((name) => (results[name].data as Float32Array<ArrayBuffer>).slice());
  };
  return {
    ofImages: (images: Float32Array, ...outputs: readonly string[]) =>
      run(outputs, images, new Float32Array(codeDim)),
    ofCodes: (codes: Float32Array, ...outputs: readonly string[]) =>
      run(outputs, new Float32Array(numPixels), codes),
    dispose: () => void session.release(),
  };
}

async function openEncoderDecoder(
  { model }: ManifestOf<'autoencoder' | 'vae'>,
  networkFile: Uint8Array<ArrayBuffer>,
): Promise<OpenNetwork> {
  const { ofImages, ofCodes, dispose } = await openTwoSides(model, networkFile);
  return {
    encode: async (images) => (await ofImages(images, 'encoding'))[0],
    decode: async (codes) => (await ofCodes(codes, 'picture'))[0],
    dispose,
  };
}

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
      const { classDim, contentDim, imageChannels, imageHeight, imageWidth } = model;
      const numPixels = imageChannels * imageHeight * imageWidth;
      const session = await InferenceSession.create(networkFile);
      // The side that is not asked for gets one row of zeros, as in openTwoSides.
      const inputs = ({
        image = new Float32Array(numPixels),
        codes,
      }: {
        image?: Float32Array;
        codes?: CodeBatch;
      }) => ({
        image: new Tensor('float32', image, [
          image.length / numPixels,
          imageChannels,
          imageHeight,
          imageWidth,
        ]),
        class: new Tensor('float32', codes?.classCodes ?? new Float32Array(classDim), [
          codes?.count ?? 1,
          classDim,
        ]),
        content: new Tensor('float32', codes?.contentCodes ?? new Float32Array(contentDim), [
          codes?.count ?? 1,
          contentDim,
        ]),
      });
      return {
        async encode(images) {
          const found = await session.run(inputs({ image: images }), ['class_code', 'content_code']);
          const [classCodes, contentCodes] = [found['class_code'], found['content_code']].map(
            ({ data }) => data as Float32Array,
          );
          return rowsOfCodes(model, { count: images.length / numPixels, classCodes, contentCodes });
        },
        async generate(batch) {
          const { picture } = await session.run(inputs({ codes: batch as CodeBatch }), ['picture']);
          return (picture.data as Float32Array<ArrayBuffer>).slice();
        },
        dispose: () => void session.release(),
      };
    },

    autoencoder: openEncoderDecoder,
    vae: openEncoderDecoder,

    async glo({ model }, networkFile) {
      const session = await InferenceSession.create(networkFile);
      return {
        async generate(batch) {
          const { count, contentCodes, classCodes } = batch as CodeBatch;
          const { image } = await session.run({
            content_code: new Tensor('float32', contentCodes, [count, model.contentDim]),
            class_code: new Tensor('float32', classCodes, [count, model.classDim]),
          });
          return (image.data as Float32Array<ArrayBuffer>).slice();
        },
        dispose: () => void session.release(),
      };
    },

    async gan({ model }, networkFile) {
      const { ofImages, ofCodes, dispose } = await openTwoSides(model, networkFile);
      return {
        generate: async (codes) => (await ofCodes(codes as Float32Array, 'picture'))[0],
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
