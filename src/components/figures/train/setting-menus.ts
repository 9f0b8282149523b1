/** The settings of a run that are chosen from a few values: what each is called, the values, and how they read. Pure. */
import type { TrainingSettings } from '../../../engine/trainer-protocol.ts';
import { lossTexts } from '../losses/loss-texts.ts';

interface Menu<Value> {
  readonly label: string;
  readonly values: readonly Value[];
  text(value: Value): string;
}

export type MenuName = Exclude<keyof TrainingSettings, 'data' | 'numImages' | 'seed'>;

const factorText = (factor: number): string =>
  factor === 1 ? 'the preset’s' : `× ${factor.toLocaleString('en')}`;

export const menus: { readonly [Name in MenuName]: Menu<TrainingSettings[Name]> } = {
  contentNoiseStd: { label: 'σ, noise std', values: [0, 0.05, 0.1, 0.2, 0.3, 0.5, 1], text: String },
  preset: { label: 'Preset', values: ['exercise', 'lord'], text: String },
  loss: { label: 'Loss', values: ['l1', 'l2', 'l1+l2'], text: (loss) => lossTexts[loss] },
  classDim: { label: 'Numbers in a class code', values: [2, 5, 10, 25, 50], text: String },
  contentDim: { label: 'Numbers in a content code', values: [2, 5, 10, 25, 50], text: String },
  contentDecay: {
    label: 'Content decay',
    values: [0, 1e-4, 1e-3, 3e-3, 1e-2], // those of training/recipes/glo/code-size.ts
    text: (decay) => (decay === 0 ? 'none' : String(decay)),
  },
  rateFactor: {
    label: 'Learning rates',
    values: [0.1, 0.5, 1, 3, 10, 100, 1_000_000], // the last is large enough to break any run
    text: factorText,
  },
  codeRateFactor: {
    label: 'Learning rates of the codes',
    values: [0.1, 0.5, 1, 3, 10],
    text: factorText,
  },
};
