/** The curve above the slider of steps: places in it from 0 to 1, steps for epochs. Pure. */
import { curveScales, type CurveFrame, type CurveScales } from '../epochs/epoch-curve.ts';

const unit: CurveFrame = { width: 1, height: 1, left: 0, right: 0, top: 0, bottom: 0 };

export const lossScale = (losses: readonly number[]): CurveScales =>
  curveScales(unit, { numEpochs: losses.length, losses });

/** In a box of 1000 × 100. */
export const lossPath = (losses: readonly number[], { x, y }: CurveScales): string =>
  losses
    .map((loss, i) => `${i === 0 ? 'M' : 'L'}${(1000 * x(i + 1)).toFixed(0)},${(100 * y(loss)).toFixed(1)}`)
    .join('');
