/** Seeds that readers step through: small numbers, so that a link stays short. */
export const seedLimit = 1_000_000;

export const nextSeed = (seed: number): number => (seed + 1) % seedLimit;
