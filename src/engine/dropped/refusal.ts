/** What is wrong with files that a reader gives, and what to do, ready to be shown. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** In megabytes, as readers know them. */
export const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
