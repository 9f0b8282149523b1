/** One model of each family, beside each other: what the figure is told at build time, and its state. Pure. */
import { wholeNumber, type Fields } from '../shell/state/fields.ts';
import { seedLimit } from '../shell/state/seeds.ts';
import type { AxisModel } from './models.ts';

export interface FamiliesFacts {
  readonly models: readonly (Pick<AxisModel, 'id' | 'family' | 'text' | 'shipped'> & {
    readonly title: string;
  })[];
  readonly modelsUrl: string;
}

export const familiesFields: Fields<{ readonly seed: number }> = { seed: wholeNumber(seedLimit, 0) };
