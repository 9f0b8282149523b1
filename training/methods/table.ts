/** Every method there is, by family. A new family is a folder beside this file and one line here. */
import type { Family } from '../../src/contract/manifest.ts';
import { amortizedMethod } from './amortized/method.ts';
import { autoencoderMethod } from './autoencoder/method.ts';
import { classifierMethod } from './classifier/method.ts';
import { ganMethod } from './gan/method.ts';
import { gloMethod } from './glo/method.ts';
import type { Method } from './method.ts';
import { vaeMethod } from './vae/method.ts';

export const methods: Readonly<Record<Family, Method>> = {
  classifier: classifierMethod,
  glo: gloMethod,
  autoencoder: autoencoderMethod,
  vae: vaeMethod,
  gan: ganMethod,
  amortized: amortizedMethod,
};
