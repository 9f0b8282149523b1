/**
 * The 4×4 patches that a convolution of stride 2 and padding 1 looks at, side by side: patches [n, height / 2, width / 2, (ky, kx, channel)] of
 * a map [n, height, width, channels]. What lies outside the map is 0. With them a convolution is a matrix product.
 */
import { kernelSide, mapLength, type MapSize } from './layer.ts';

/** Numbers of the patches of one image: each of its pixels is in four. */
export const patchesLength = (size: MapSize): number => (kernelSide * kernelSide * mapLength(size)) / 4;

/** Reads the patches of `count` maps. */
export function gatherPatches(size: MapSize, map: Float32Array, patches: Float32Array, count: number): void {
  forEachRun(size, count, ({ patch, before, run, after, place }) => {
    let to = patch;
    for (let i = 0; i < before; i++) patches[to++] = 0;
    for (let i = 0; i < run; i++) patches[to++] = map[place + i];
    for (let i = 0; i < after; i++) patches[to++] = 0;
  });
}

/** The adjoint: adds up in each pixel what its patches hold. */
export function scatterPatches(size: MapSize, patches: Float32Array, map: Float32Array, count: number): void {
  map.fill(0, 0, count * mapLength(size));
  forEachRun(size, count, ({ patch, before, run, place }) => {
    for (let i = 0; i < run; i++) map[place + i] += patches[patch + before + i];
  });
}

/** A row of a patch: `before` and `after` numbers of it are outside, `run` are those of the map from `place` on. */
interface Run {
  patch: number;
  before: number;
  run: number;
  after: number;
  place: number;
}

function forEachRun({ height, width, channels }: MapSize, count: number, visit: (run: Run) => void): void {
  const rowLength = kernelSide * channels;
  const found: Run = { patch: 0, before: 0, run: 0, after: 0, place: 0 };
  for (let image = 0; image < count; image++) {
    for (let y = 0; y < height / 2; y++) {
      for (let x = 0; x < width / 2; x++) {
        const first = 2 * x - 1;
        const before = first < 0 ? channels : 0;
        const after = first + kernelSide > width ? channels : 0;
        for (let ky = 0; ky < kernelSide; ky++) {
          const row = 2 * y - 1 + ky;
          const inside = row >= 0 && row < height;
          found.before = inside ? before : rowLength;
          found.after = inside ? after : 0;
          found.run = rowLength - found.before - found.after;
          found.place = ((image * height + row) * width + first) * channels + before;
          visit(found);
          found.patch += rowLength;
        }
      }
    }
  }
}
