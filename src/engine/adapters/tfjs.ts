/** The checkpoint's weights on tfjs's wasm backend, drawn by the same network code as the trainer's and the tests'. */
import { codeEncoderLayers } from '../../networks/amortized/architecture.ts';
import { rowsOfCodes } from '../../networks/generator/code-rows.ts';
import { buildCodeEncoders } from '../../networks/amortized/predictor.ts';
import { buildClassifier, classifierShapes } from '../../networks/classifier/classifier.ts';
import { architectureOf } from '../../networks/encoder-decoder/architecture.ts';
import { buildGan, storedShapes } from '../../networks/gan/predictor.ts';
import { buildObserver, type Observer } from '../../networks/generator/activations.ts';
import type { CodeBatch } from '../../networks/generator/codes.ts';
import { generatorShapes } from '../../networks/generator/generator.ts';
import { buildPredictor } from '../../networks/generator/predictor.ts';
import { buildProjector, type Projector } from '../../networks/generator/projection.ts';
import { stepSearch } from '../../networks/generator/search.ts';
import { shapesOf } from '../../networks/layers/parameters.ts';
import { buildPass } from '../../networks/layers/pass.ts';
import { readTensors, requireTensors } from '../../networks/tensors-file.ts';
import { readingsOf } from '../readings.ts';
import type { ManifestOf } from '../../contract/manifest.ts';
import type { Adapter, OpenNetwork } from './adapter.ts';
import { tfjsRuntime } from './start-tfjs.ts';

/** Runs on kernels of its own (src/numerics/simd), which need no tfjs. One half: the weights are the decoder's, or the encoder's by a key. */
function openEncoderDecoder(
  { id, files, model }: ManifestOf<'autoencoder' | 'vae'>,
  networkFile: Uint8Array<ArrayBuffer>,
): Promise<OpenNetwork> {
  const where = `${files.weights.path} of checkpoint "${id}"`;
  const isEncoder = files.weights.path === files.encoder.path;
  const specs = architectureOf(model)[isEncoder ? 'encoder' : 'decoder'];
  const pass = buildPass(specs, requireTensors(readTensors(networkFile, where), shapesOf(specs), where));
  return Promise.resolve({
    [isEncoder ? 'encode' : 'decode']: (rows: Float32Array) => Promise.resolve(pass(rows)),
    dispose: () => undefined, // its memory goes with it
  });
}

export const tfjsAdapter: Adapter = {
  networkFile: 'weights',

  ...tfjsRuntime,

  open: {
    /** One half: the weights are the generator's, or the encoders' by a key. */
    amortized({ id, files, model }, networkFile) {
      const where = `${files.weights.path} of checkpoint "${id}"`;
      const tensors = readTensors(networkFile, where);
      if (files.weights.path === files.encoder.path) {
        const shapes = shapesOf(codeEncoderLayers(model));
        const encoders = buildCodeEncoders(model, requireTensors(tensors, shapes, where));
        return Promise.resolve({
          encode: (images) => Promise.resolve(rowsOfCodes(model, encoders.encode(images))),
          dispose: () => undefined, // its memory goes with it
        });
      }
      const predictor = buildPredictor(model, requireTensors(tensors, generatorShapes(model), where));
      return Promise.resolve({
        generate: (batch) => Promise.resolve(predictor.predict(batch as CodeBatch)),
        dispose: () => predictor.dispose(),
      });
    },

    autoencoder: openEncoderDecoder,
    vae: openEncoderDecoder,

    glo(manifest, networkFile) {
      const where = `${manifest.files.weights.path} of checkpoint "${manifest.id}"`;
      const weights = requireTensors(readTensors(networkFile, where), generatorShapes(manifest.model), where);
      const predictor = buildPredictor(manifest.model, weights);
      let observer: Observer | undefined; // few figures look inside
      let projector: Projector | undefined; // or search
      return Promise.resolve({
        generate: (batch) => Promise.resolve(predictor.predict(batch as CodeBatch)),
        observe: ({ codes, unit }) =>
          Promise.resolve((observer ??= buildObserver(manifest.model, weights)).observe(codes, unit)),
        search(input) {
          const passes = (projector ??= buildProjector(manifest.model, weights));
          const state = structuredClone(input.state);
          const targets = { intensity: input.image, rows: new Uint8Array(state.codes.count) };
          const bestAfter = Array.from({ length: input.numPasses }, () => {
            stepSearch(passes, state, targets, input.options);
            return state.best.loss.slice();
          });
          const { contentCodes } = state.best;
          return Promise.resolve({
            state,
            bestAfter,
            ink: predictor.predict({ ...state.codes, contentCodes }),
          });
        },
        dispose() {
          predictor.dispose();
          observer?.dispose();
          projector?.dispose();
        },
      });
    },

    gan({ id, files, model }, networkFile) {
      const where = `${files.weights.path} of checkpoint "${id}"`;
      const gan = buildGan(
        model,
        requireTensors(readTensors(networkFile, where), storedShapes(model), where),
      );
      return Promise.resolve({
        generate: (codes) => Promise.resolve(gan.generate(codes as Float32Array)),
        discriminate: (images) => Promise.resolve(gan.discriminate(images)),
        dispose: () => undefined, // its memory goes with it
      });
    },

    classifier({ id, files, model }, networkFile) {
      const where = `${files.weights.path} of checkpoint "${id}"`;
      const weights = requireTensors(readTensors(networkFile, where), classifierShapes(model), where);
      const classifier = buildClassifier(model, weights);
      return Promise.resolve({
        classify: (images) =>
          Promise.resolve(readingsOf(classifier.classify(images).probabilities, model.numClasses)),
        dispose: () => classifier.dispose(),
      });
    },
  },
};
