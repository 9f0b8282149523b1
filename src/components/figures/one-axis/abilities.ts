/** What the families can do, and how well one model of each does it. For .astro files, not for islands. */
import type { MetricName } from '../../../contract/metric-names.ts';
import type { MeasuredFamily } from '../../../contract/metrics.ts';
import { findSetting, metricOf, readAllMetrics } from '../../build/metrics.ts';
import { formatNumber, type NumberFormat } from '../../layout/number-text.ts';

/** What a family has, which decides what it can do. */
interface Parts {
  /** A code for each image that it learned. */
  readonly codesOfImages: boolean;
  /** A network from an image to its code. */
  readonly encoder: boolean;
  /** A code for each class, apart from the rest. */
  readonly classCodes: boolean;
  /** A posterior for each image, and with it a bound of the evidence. */
  readonly posterior: boolean;
  /** A network that scores images. */
  readonly discriminator: boolean;
}

const none: Parts = {
  codesOfImages: false,
  encoder: false,
  classCodes: false,
  posterior: false,
  discriminator: false,
};

export const partsOf: Readonly<Record<MeasuredFamily, Parts>> = {
  amortized: { ...none, codesOfImages: true, encoder: true, classCodes: true },
  autoencoder: { ...none, codesOfImages: true, encoder: true },
  gan: { ...none, discriminator: true },
  glo: { ...none, codesOfImages: true, classCodes: true },
  vae: { ...none, codesOfImages: true, encoder: true, posterior: true },
};

/** One model of each family, and two of GLO. */
export const compared = [
  { id: 'glo-mnist-lord-sigma0.3', text: 'GLO, lord' },
  { id: 'glo-mnist-styled-sigma0.1', text: 'GLO, styled' },
  { id: 'autoencoder-mnist-stacked-k10', text: 'stacked' },
  { id: 'vae-mnist-dense-k10', text: 'VAE' },
  { id: 'gan-mnist-wgan-gp-n5', text: 'WGAN-GP' },
] as const;

interface Ability {
  readonly text: string;
  /** `search`: by gradient descent on the code, not by a pass. */
  readonly can: (parts: Parts) => 'yes' | 'search' | 'no';
  /** How well, in whichever of these a model was measured. */
  readonly measured?: readonly MetricName[];
  readonly format?: NumberFormat;
}

const abilities: readonly Ability[] = [
  {
    text: 'give back a learned image',
    can: ({ codesOfImages }) => (codesOfImages ? 'yes' : 'no'),
    measured: ['reconstruction.l2', 'reconstruction.training.mse'],
    format: { digits: 4 },
  },
  {
    text: 'encode an unseen image',
    can: ({ codesOfImages, encoder }) => (encoder ? 'yes' : codesOfImages ? 'search' : 'no'),
  },
  {
    text: 'draw from N(0, I)',
    can: () => 'yes',
    measured: ['generated.standard.frechet'],
    format: { digits: 0 },
  },
  {
    text: 'draw from where its codes are',
    can: ({ codesOfImages }) => (codesOfImages ? 'yes' : 'no'),
    measured: ['generated.fitted.frechet'],
    format: { digits: 0 },
  },
  { text: 'draw a digit of a given class', can: ({ classCodes }) => (classCodes ? 'yes' : 'no') },
  {
    text: 'swap the classes of two images',
    can: ({ classCodes, codesOfImages }) => (classCodes && codesOfImages ? 'yes' : 'no'),
    measured: ['swap.accuracy'],
    format: { percent: true },
  },
  {
    text: 'keep the class out of the code',
    can: ({ classCodes, codesOfImages }) => (classCodes && codesOfImages ? 'yes' : 'no'),
    measured: ['probe.linear.clean', 'codes.class.linear'],
    format: { percent: true },
  },
  { text: 'bound how likely an image is', can: ({ posterior }) => (posterior ? 'yes' : 'no') },
  { text: 'tell drawn images from real ones', can: ({ discriminator }) => (discriminator ? 'yes' : 'no') },
];

const canTexts = { yes: 'yes', search: 'search', no: 'no' } as const;

export interface AbilityRow {
  readonly text: string;
  /** One for each of `compared`. */
  readonly cells: readonly { readonly can: string; readonly number?: string }[];
}

export function abilityRows(metrics = readAllMetrics()): readonly AbilityRow[] {
  const settings = compared.map(({ id }) => findSetting(id, metrics));
  return abilities.map(({ text, can, measured = [], format = {} }) => ({
    text,
    cells: settings.map((setting) => {
      const name = measured.find((each) => setting.metrics[each] !== undefined);
      return {
        can: canTexts[can(partsOf[setting.family])],
        ...(name && { number: formatNumber(metricOf(setting, name).mean, format) }),
      };
    }),
  }));
}
