/** What a page sees of a VAE in training at a moment, drawn from means, without a draw of ε. */
import type { LabelledImages } from '../../../../training/data/sources.ts';
import { architectureOf, type EncoderDecoderConfig } from '../../../networks/encoder-decoder/architecture.ts';
import { codesOf } from '../../../networks/encoder-decoder/codes.ts';
import { concatenate } from '../../../numerics/arrays.ts';
import { mapCodes } from '../../../numerics/code-map.ts';
import { sampledCodes, type EncoderFrame } from '../../encoder-trainer-protocol.ts';
import { mostMapped } from '../../trainer-protocol.ts';
import { inkOf } from '../shown.ts';
import { createLivePass } from './live-pass.ts';
import type { VaeRun } from './live-run.ts';

/** `shown`: of the images that are drawn again. The first so many images are on the map. */
export function createCamera(config: EncoderDecoderConfig, images: LabelledImages, shown: readonly number[]) {
  const { encoder, decoder } = architectureOf(config);
  const [encode, decode] = [encoder, decoder].map(createLivePass);
  const numMapped = Math.min(images.labels.length, mostMapped);
  const seen = inkOf(images, [...shown, ...Array(numMapped).keys()]);
  const samples = sampledCodes(config.codeDim);
  const origin = new Float32Array(config.codeDim);
  let before: Float32Array | undefined;

  return function frameOf(run: VaeRun): EncoderFrame {
    const { epoch, numSteps, divergenceWeight } = run;
    const parameters = run.parameters();
    encode.setParameters(parameters);
    decode.setParameters(parameters);
    const codes = codesOf(config, encode.run(seen));
    const ofShown = shown.length * config.codeDim;
    const map = mapCodes(concatenate([codes.subarray(ofShown), origin]), config.codeDim, before);
    before = map.slice();
    return {
      epoch,
      step: numSteps,
      divergenceWeight,
      pictures: decode.run(concatenate([codes.subarray(0, ofShown), samples])),
      map,
    };
  };
}
