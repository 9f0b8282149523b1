/**
 * Any picture of a digit → the 28 × 28 that MNIST would have of it, as its makers describe: scaled to fit 20 × 20 with its ratio kept, grey
 * by the pixels that are averaged, and moved by whole pixels until its centre of mass is in the middle of 28 × 28. Each step's picture is
 * kept, so that it can be shown. Source: http://yann.lecun.com/exdb/mnist/. Pure.
 */
import { cleaned, inkOf, type Ink } from './ink.ts';
import { inkBox, resample, spread, type Plane } from './plane.ts';

export const digitSide = 28;
const fittedSide = 20;

export type DigitPicture =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'digit';
      readonly ground: Ink['ground'];
      /** What stands out from the ground. */
      readonly ink: Plane;
      /** The same without noise and specks. */
      readonly cleaned: Plane;
      /** Within 20 × 20, in the corner of its box. */
      readonly fitted: Plane;
      /** 28 × 28. */
      readonly centred: Plane;
    };

/** `grey`: how bright each pixel is. `blank` where nothing stands out. */
export function digitOf(grey: Plane): DigitPicture {
  const found = inkOf(grey);
  const clean = cleaned(found);
  const box = clean && inkBox(clean);
  if (!box) return { kind: 'blank' };
  const fitted = fit(clean);
  return {
    kind: 'digit',
    ground: found.ground,
    ink: found.ink,
    cleaned: clean,
    fitted,
    centred: centre(fitted),
  };
}

function fit(plane: Plane): Plane {
  const strong = thickened(plane);
  const box = inkBox(strong) ?? { left: 0, top: 0, ...plane };
  const scale = fittedSide / Math.max(box.width, box.height);
  const size = (length: number): number => Math.max(1, Math.round(length * scale));
  const fitted = resample(strong, box, { width: size(box.width), height: size(box.height) });
  const peak = fitted.values.reduce((most, value) => Math.max(most, value), 0);
  return { ...fitted, values: fitted.values.map((value) => value / peak) };
}

/** A stroke that would be thinner than two of the 20 pixels gets as wide, so that it is no shadow of itself after the scaling. */
function thickened(plane: Plane): Plane {
  const box = inkBox(plane);
  const wanted = Math.floor((box ? Math.max(box.width, box.height) : 0) / fittedSide);
  let halfWidth = 0;
  for (let thinner = plane; halfWidth < wanted && thinner.values.some((value) => value > 0.5); halfWidth++)
    thinner = spread(thinner, 'smallest');
  let thick = plane;
  for (let i = halfWidth; i < wanted; i++) thick = spread(thick, 'largest');
  return thick;
}

/** Moves the centre of mass to pixel 14, 14, as it is in MNIST, but nothing out of the frame. */
function centre({ width, height, values }: Plane): Plane {
  let [mass, massX, massY] = [0, 0, 0];
  values.forEach((value, i) => {
    mass += value;
    massX += value * (i % width);
    massY += value * Math.floor(i / width);
  });
  const place = (mean: number, length: number): number =>
    Math.min(Math.max(Math.round(digitSide / 2 - mean), 0), digitSide - length);
  const [left, top] = [place(massX / mass, width), place(massY / mass, height)];
  const centred = new Float32Array(digitSide * digitSide);
  values.forEach((value, i) => {
    centred[(top + Math.floor(i / width)) * digitSide + left + (i % width)] = value;
  });
  return { width: digitSide, height: digitSide, values: centred };
}
