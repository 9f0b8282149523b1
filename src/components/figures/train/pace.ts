/** How fast a run goes. Pure. */
export const paces = ['slow', 'steady', 'full'] as const;
export type Pace = (typeof paces)[number];

/** In steps a second; full speed is what the machine gives. */
export const stepsPerSecond: Readonly<Record<Pace, number | null>> = { slow: 2, steady: 15, full: null };
