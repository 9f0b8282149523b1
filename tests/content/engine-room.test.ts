/** The claims of the engine room. */
import { expect } from 'vitest';
import { generatorForward } from '../../src/networks/multiply-adds.ts';
import { describeClaims, type Claims } from './support/claims.ts';
import { runAt } from './support/checkpoints.ts';
import { pageOf } from './support/pages.ts';

const claims: Claims = {
  'one-picture-takes-little': () => {
    const multiplyAdds = generatorForward(runAt('lord', 0.3).model);
    expect(multiplyAdds).toBeGreaterThan(550_000);
    expect(multiplyAdds).toBeLessThan(650_000);
  },
};

describeClaims([pageOf('engine-room')], claims);
