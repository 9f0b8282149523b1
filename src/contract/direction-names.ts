/** What the directions of a map of codes change: moments of a picture (numerics/image-moments.ts). Plain names, so that a page loads no schema for them. */
export const directionNames = ['slant', 'ink', 'width'] as const;
export type DirectionName = (typeof directionNames)[number];
