/** How soft pictures are: of the pixels that have ink, the share that is neither paper nor full ink. Pure. */

const [paper, full] = [0.1, 0.9] as const;

/** `ink`: of any number of pictures, in [0, 1]. */
export function greyShare(ink: Float32Array): number {
  const inked = ink.filter((value) => value > paper);
  return inked.filter((value) => value < full).length / inked.length;
}
