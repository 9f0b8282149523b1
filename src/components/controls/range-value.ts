/** Which value a place on a slider means. Pure. */

/** The thumb's middle goes from half its width to half its width before the end: controls.css gives it this width, in pixels. */
const thumbWidth = 16;

interface Steps {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** `left`: from the slider's left edge, 0 to 1; `width` of the slider in pixels. The nearest step inside the ends. */
export function valueAtPlace(left: number, width: number, { min, max, step }: Steps): number {
  const share = (left * width - thumbWidth / 2) / Math.max(width - thumbWidth, 1);
  const numSteps = Math.round((share * (max - min)) / step);
  const lastStep = Math.floor((max - min) / step + 1e-9);
  const value = min + step * Math.min(Math.max(numSteps, 0), lastStep);
  return Number(value.toFixed(10)); // 0.1 + 0.2 is 0.3
}
