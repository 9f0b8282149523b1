/** The checkpoint's ONNX graph on onnxruntime-web: the same pictures from another runtime and another file. */
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { readingsOf, softmaxRows } from '../readings.ts';
import type { ManifestOf } from '../../contract/manifest.ts';
import type { Adapter, OpenNetwork } from './adapter.ts';

/** One graph holds both networks and wants both inputs; the side that is not asked for gets one row of zeros. */
async function openEncoderDecoder(
  { model }: ManifestOf<'autoencoder' | 'vae'>,
  networkFile: Uint8Array<ArrayBuffer>,
): Promise<OpenNetwork> {
  const { codeDim, imageChannels, imageHeight, imageWidth } = model;
  const numPixels = imageChannels * imageHeight * imageWidth;
  const session = await InferenceSession.create(networkFile);
  const run = async (output: 'encoding' | 'picture', images: Float32Array, codes: Float32Array) => {
    const image = new Tensor('float32', images, [
      images.length / numPixels,
      imageChannels,
      imageHeight,
      imageWidth,
    ]);
    const code = new Tensor('float32', codes, [codes.length / codeDim, codeDim]);
    const results = await session.run({ image, code }, [output]);
    return (results[output].data as Float32Array<ArrayBuffer>).slice();
  };
  return {
    encode: (images) => run('encoding', images, new Float32Array(codeDim)),
    decode: (codes) => run('picture', new Float32Array(numPixels), codes),
    dispose: () => void session.release(),
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
    autoencoder: openEncoderDecoder,
    vae: openEncoderDecoder,

    async glo({ model }, networkFile) {
      const session = await InferenceSession.create(networkFile);
      return {
        async generate({ count, contentCodes, classCodes }) {
          const { image } = await session.run({
            content_code: new Tensor('float32', contentCodes, [count, model.contentDim]),
            class_code: new Tensor('float32', classCodes, [count, model.classDim]),
          });
          return (image.data as Float32Array<ArrayBuffer>).slice();
        },
        dispose: () => void session.release(),
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
