/** Every method there is, by family. A new family is a folder beside this file and one line here. */
import type { Family } from '../../src/contract/manifest.ts';
import { classifierMethod } from './classifier/method.ts';
import { gloMethod } from './glo/method.ts';
import type { Measured, Method } from './method.ts';

export const methods: Readonly<Record<Family, Method>> = {
  classifier: classifierMethod,
  glo: gloMethod,
};

export const methodOf = ({ family }: { readonly family: Family }): Method => methods[family];

/** @throws Error for a family whose runs are not measured. */
export function measuredOf({ family }: { readonly family: Family }): Measured {
  const { measured } = methods[family];
  if (measured) return measured;
  throw new Error(`Runs of the family ${family} are not measured.`);
}
