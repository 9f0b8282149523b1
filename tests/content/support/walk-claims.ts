/** Claims about directions of content codes, and about what lies between class codes. */
import { expect } from 'vitest';
import { directionNames } from '../../../src/contract/direction-names.ts';
import { readCodeMap } from '../../../src/components/build/code-maps.ts';
import { readManifests } from '../../../src/components/build/manifests.ts';
import { meanThird, thirdReadings } from '../../../src/components/figures/class-space/third-readings.ts';
import { readingsAlong } from '../../../src/components/figures/directions/readings-along.ts';
import { sharedOf } from '../../../src/components/figures/directions/state.ts';
import type { Claims } from './claims.ts';

/** What each direction explains, by preset and σ. */
const explained = readManifests().flatMap(({ id, training }) =>
  directionNames.map((name) => ({ id, name, ...training, shared: sharedOf(readCodeMap(id), name) })),
);
const along = await readingsAlong('glo-mnist-lord-sigma0.3', [-6, -2, 2, 6]);
const [silent, usual, loud] = await Promise.all(
  [0, 0.3, 1].map((sigma) => thirdReadings(`glo-mnist-lord-sigma${sigma}`)),
);

export const walkClaims: Claims = {
  'directions-explain': () => {
    for (const { id, name, preset, contentNoiseStd, shared } of explained) {
      if (preset === 'exercise') expect(shared, `${id}, ${name}`).toBeLessThan(0.25);
      else if (contentNoiseStd <= 1) expect(shared, `${id}, ${name}`).toBeGreaterThan(0.5);
    }
  },
  'directions-bear': () => {
    expect(along).toHaveLength(12);
    for (const { name, amount, share } of along) {
      const where = `${name} ${amount}`;
      if (Math.abs(amount) === 2) expect(share, where).toBeGreaterThan(0.92);
      else expect(share, where).toBeLessThan(0.88);
    }
  },
  'noise-between-classes': () => {
    expect(meanThird(silent)).toBeGreaterThan(meanThird(usual) + 0.03);
    expect(meanThird(usual)).toBeGreaterThan(meanThird(loud) + 0.03);
  },
  'four-to-nine': () => {
    const third = usual.find(({ classes }) => classes.join() === '4,9')?.third;
    expect(third).toBeLessThan(meanThird(usual) / 2);
  },
};
