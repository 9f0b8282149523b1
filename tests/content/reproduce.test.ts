/** The claims of the page that makes runs again. */
import { expect } from 'vitest';
import { hoursOfEqual, secondsOf } from '../../src/components/figures/runs/run-costs.ts';
import { describeClaims, type Claims } from './support/claims.ts';
import { pageOf } from './support/pages.ts';

const ofGlo = secondsOf('glo-mnist-lord-sigma0.3');

const claims: Claims = {
  'classifier-doubles-time': () => {
    const ratio = secondsOf('glo-mnist-styled-sigma0.3') / ofGlo;
    expect(ratio).toBeGreaterThan(1.5);
    expect(ratio).toBeLessThan(2.5);
  },
  'ten-runs-need-no-more': () => {
    expect(hoursOfEqual(10, ofGlo, 64)).toBe(hoursOfEqual(10, ofGlo, 8));
    expect(hoursOfEqual(100, ofGlo, 64)).toBeLessThan(hoursOfEqual(100, ofGlo, 8));
  },
};

describeClaims([pageOf('reproduce')], claims);
