/** Mean codes on a plane about the origin, in units of a code: unlike the map of GLO's figure, whose scale follows the codes. Pure. */
export interface CodePlane {
  /** Two numbers an image, in hundredths of the plane from its middle; those outside lie at the edge. */
  readonly points: readonly number[];
  /** The plane reaches from −extent to extent in both directions. */
  readonly extent: number;
}

/** The prior's ring is well within it. */
const leastExtent = 4;
/** A few codes lie far out: so much of all is on the plane. */
const shareOnPlane = 0.99;
const edge = 49;

/** `map`: two numbers an image, and at last the place of the origin. It reaches further in doublings, so that its scale changes seldom. */
export function codePlane(map: ArrayLike<number>): CodePlane {
  const [x, y] = [map[map.length - 2], map[map.length - 1]];
  const offsets = Array.from({ length: map.length - 2 }, (_, i) => map[i] - (i % 2 === 0 ? x : y));
  const reaches = Array.from({ length: offsets.length / 2 }, (_, i) =>
    Math.max(Math.abs(offsets[2 * i]), Math.abs(offsets[2 * i + 1])),
  ).sort((a, b) => a - b);
  const reach = reaches[Math.floor(shareOnPlane * (reaches.length - 1))];
  let extent = leastExtent;
  while (extent < reach) extent *= 2;
  const points = offsets.map((offset) => Math.min(Math.max((50 * offset) / extent, -edge), edge));
  return { points, extent };
}

/** Of the prior's ring: within two standard deviations are 86 % of what N(0, I) draws on a plane. */
export const ringStds = 2;
export const ringRadius = ({ extent }: Pick<CodePlane, 'extent'>): number => (50 * ringStds) / extent;
