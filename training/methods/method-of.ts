/** The method of a recipe, of a manifest, or of whatever else has a family. */
import type { Family } from '../../src/contract/manifest.ts';
import type { Mapped, Measured, Method } from './method.ts';
import { methods } from './table.ts';

export const methodOf = ({ family }: { readonly family: Family }): Method => methods[family];

/** @throws Error for a family whose runs are not measured. */
export function measuredOf({ family }: { readonly family: Family }): Measured {
  const { measured } = methods[family];
  if (measured) return measured;
  throw new Error(`Runs of the family ${family} are not measured.`);
}

/** Undefined for a family that has no maps. */
export const mappedOf = ({ family }: { readonly family: Family }): Mapped | undefined =>
  methods[family].mapped;
