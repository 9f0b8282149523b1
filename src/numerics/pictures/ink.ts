/**
 * What of a picture is ink: how far each pixel is from the ground that the rim shows, without noise and specks. The ground may be paper or
 * slate, and lit from one side. Not here: where a digit belongs in its frame (digit.ts). Pure.
 */
import { concatenate } from '../arrays.ts';
import type { Plane } from './plane.ts';

export interface Ink {
  /** Dark on light, or light on dark. */
  readonly ground: 'paper' | 'slate';
  readonly ink: Plane;
  /** How far an ordinary pixel of the rim is from the ground, in [0, 1]; 0 of a picture that no camera took. */
  readonly noise: number;
}

/** The rim is a twentieth of the picture on each side, and at least a pixel. */
const rimShare = 0.05;

export function inkOf(grey: Plane): Ink {
  const { width, height, values } = grey;
  const rim = Math.max(1, Math.round(rimShare * Math.min(width, height)));
  const [west, east] = [rim, width - rim];
  const [north, south] = [rim, height - rim];
  const [left, right] = [within(grey, 0, 0, west, height), within(grey, east, 0, width, height)].map(median);
  const [top, bottom] = [within(grey, 0, 0, width, north), within(grey, 0, south, width, height)].map(median);
  const level = (left + right + top + bottom) / 4;
  const ground = (x: number, y: number): number =>
    level + (right - left) * ((x + 0.5) / width - 0.5) + (bottom - top) * ((y + 0.5) / height - 0.5);

  const above = new Float32Array(values.length);
  let sum = 0;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      above[i] = values[i] - ground(x, y);
      sum += above[i];
    }
  }
  const isSlate = sum > 0;
  const plane = { width, height, values: above };
  const onRim = concatenate([
    within(plane, 0, 0, width, north),
    within(plane, 0, south, width, height),
    within(plane, 0, north, west, south),
    within(plane, east, north, width, south),
  ]);
  const noise = median(onRim.map((value) => Math.abs(value)));
  return {
    ground: isSlate ? 'slate' : 'paper',
    ink: { width, height, values: above.map((value) => Math.min(Math.max(isSlate ? value : -value, 0), 1)) },
    noise: noise < 1e-3 ? 0 : noise,
  };
}

/** Less than this above the ground is no ink. */
const leastContrast = 0.12;
/** Noise of a camera hardly reaches so many times its median. */
const noiseReach = 4;
/** Of the darkest ink: in a picture with noise, what is lighter is shadow. */
const shadowShare = 0.25;
/** A patch with less of the ink than this share of the largest is a speck. */
const speckShare = 0.05;

/** Ink from 0 to 1 without noise, shadow and specks; undefined where nothing stands out from the ground. */
export function cleaned({ ink, noise }: Ink): Plane | undefined {
  const { values } = ink;
  const peak = values.toSorted()[values.length - 1 - Math.floor(values.length / 1000)];
  const floor = noise === 0 ? 0 : Math.max(noiseReach * noise, shadowShare * peak);
  if (peak < leastContrast || peak < 1.5 * floor) return undefined;
  const stretched = values.map((value) => Math.min(Math.max((value - floor) / (peak - floor), 0), 1));
  return withoutSpecks({ ...ink, values: stretched });
}

/** Patches are pixels above 0 that touch, also by a corner. */
function withoutSpecks(plane: Plane): Plane {
  const { width, height, values } = plane;
  const patchOf = new Int32Array(values.length).fill(-1);
  const masses: number[] = [];
  for (let seed = 0; seed < values.length; seed++) {
    if (!(values[seed] > 0) || patchOf[seed] >= 0) continue;
    const patch = masses.push(0) - 1;
    const waiting = [seed];
    patchOf[seed] = patch;
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      masses[patch] += values[at];
      const [x, y] = [at % width, Math.floor(at / width)];
      for (let nextY = Math.max(y - 1, 0); nextY <= Math.min(y + 1, height - 1); nextY++) {
        for (let nextX = Math.max(x - 1, 0); nextX <= Math.min(x + 1, width - 1); nextX++) {
          const next = nextY * width + nextX;
          if (!(values[next] > 0) || patchOf[next] >= 0) continue;
          patchOf[next] = patch;
          waiting.push(next);
        }
      }
    }
  }
  const least = speckShare * masses.reduce((most, mass) => Math.max(most, mass), 0);
  return { ...plane, values: values.map((value, i) => (masses[patchOf[i]] >= least ? value : 0)) };
}

/** The pixels from `left` and `top` up to before `right` and `bottom`, row by row. */
function within(
  { width, values }: Plane,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Float32Array<ArrayBuffer> {
  const rows = Array.from({ length: Math.max(bottom - top, 0) }, (_, row) =>
    values.subarray((top + row) * width + left, (top + row) * width + right),
  );
  return concatenate(rows);
}

/** Of an empty list 0. */
const median = (values: Float32Array): number =>
  values.length === 0 ? 0 : values.toSorted()[Math.floor(values.length / 2)];
