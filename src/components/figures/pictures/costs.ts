/**
 * What pictures of each size cost: how large the networks of three recipes become, and how many multiply-adds the recipe's own number of
 * steps takes, by training-arithmetic.ts. Not seconds, which differ from machine to machine.
 */
import { architectureOf } from '../../../networks/encoder-decoder/architecture.ts';
import { ganArchitectureOf } from '../../../networks/gan/architecture.ts';
import { countParameters as countOfGenerator } from '../../../networks/generator/generator.ts';
import { codeEncoderLayers } from '../../../networks/amortized/architecture.ts';
import type { ImageShape } from '../../../networks/blocks/image-shape.ts';
import { countParameters } from '../../../networks/layers/parameters.ts';
import { findSetting, readAllMetrics, type AnySetting } from '../../build/metrics.ts';
import { trainingArithmetic } from '../one-axis/training-arithmetic.ts';

export const costedRecipes = [
  { id: 'vae-mnist-conv-variance0.0001', text: 'VAE' },
  { id: 'gan-mnist-dcgan-noise0.1', text: 'DCGAN' },
  { id: 'glo-mnist-lord-sigma0.3', text: 'GLO' },
] as const;

export const costedShapes: readonly ImageShape[] = [28, 32, 64].flatMap((side) =>
  [1, 3].map((imageChannels) => ({ imageHeight: side, imageWidth: side, imageChannels })),
);

export interface Cost {
  readonly numParameters: number;
  readonly multiplyAdds: number;
}

/** Of each recipe at each shape, in the order of the two lists: [shapes][recipes]. */
export function readCosts(metrics = readAllMetrics()): readonly (readonly Cost[])[] {
  const settings = costedRecipes.map(({ id }) => findSetting<AnySetting>(id, metrics));
  return costedShapes.map((shape) => settings.map((setting) => costOf(setting, shape)));
}

export const costOf = (setting: AnySetting, images: ImageShape): Cost => ({
  numParameters: parametersOf(setting, images),
  multiplyAdds: trainingArithmetic(setting, {
    images,
    classifierOf: (id) => {
      throw new Error(`${setting.id} takes the classifier ${id}, and pictures are learned without one.`);
    },
  }),
});

function parametersOf(setting: AnySetting, images: ImageShape): number {
  switch (setting.family) {
    case 'glo':
      return countOfGenerator({ ...setting.model, ...images });
    case 'gan': {
      const { generator, discriminator } = ganArchitectureOf({ ...setting.model, ...images });
      return countParameters([...generator, ...discriminator]);
    }
    case 'amortized':
      return countParameters(codeEncoderLayers({ ...setting.model, ...images }));
    case 'autoencoder':
    case 'vae': {
      const { encoder, decoder } = architectureOf({ ...setting.model, ...images });
      return countParameters([...encoder, ...decoder]);
    }
  }
}
