/** The names of the losses in words, in the order in which figures and tables have them. */
import type { LossName } from '../../../contract/families/glo.ts';

export const lossTexts: Readonly<Record<LossName, string>> = {
  l1: 'L1',
  l2: 'L2',
  'l1+l2': 'L1 + L2',
  perceptual: 'perceptual',
};

export const lossNames = Object.keys(lossTexts) as readonly LossName[];
