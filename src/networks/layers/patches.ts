/**
 * The 4×4 patches that a convolution of stride 2 and padding 1 looks at, side by side: patches [n, height / 2, width / 2, (ky, kx, channel)] of
 * a map [n, height, width, channels]. What lies outside the map is 0. With them a convolution is a matrix product.
 */
import type { FloatArray } from '../../numerics/simd/matrix.ts';
import type { Run, Workspace } from '../../numerics/simd/workspace.ts';
import { kernelSide, mapLength, type MapSize } from './layer.ts';

/** Numbers of the patches of one image: each of its pixels is in four. */
const patchesLength = (size: MapSize): number => (kernelSide * kernelSide * mapLength(size)) / 4;

export interface Patches {
  /** [capacity × patchesLength]. */
  readonly array: FloatArray;
  /** Reads the patches of `count` maps. */
  readonly gather: (map: FloatArray, count: number) => void;
  /** The adjoint: each pixel of the maps becomes the sum of what its patches hold. */
  readonly scatter: (map: FloatArray, count: number) => void;
}

export function createPatches(workspace: Workspace, size: MapSize, capacity: number): Patches {
  const { view, copyRuns, addRuns } = workspace;
  const lengths = { patches: patchesLength(size), map: mapLength(size) };
  const array = workspace.allocate(capacity * lengths.patches);
  const runs = workspace.allocateRuns(runsOf(size));
  const places = (map: FloatArray, image: number) =>
    [
      { array, from: image * lengths.patches },
      { array: map, from: image * lengths.map },
    ] as const;
  return {
    array,
    gather(map, count) {
      view(array).fill(0, 0, count * lengths.patches);
      for (let image = 0; image < count; image++) copyRuns(runs, ...places(map, image));
    },
    scatter(map, count) {
      view(map).fill(0, 0, count * lengths.map);
      for (let image = 0; image < count; image++) addRuns(runs, ...places(map, image));
    },
  };
}

/** The rows of an image's patches as far as they are inside of the map. */
function runsOf({ height, width, channels }: MapSize): readonly Run[] {
  const rowLength = kernelSide * channels;
  const runs: Run[] = [];
  let patch = 0;
  for (let y = -1; y < height - 1; y += 2) {
    for (let x = -1; x < width - 1; x += 2) {
      const before = x < 0 ? channels : 0;
      const after = x + kernelSide > width ? channels : 0;
      for (let row = y; row < y + kernelSide; row++, patch += rowLength) {
        if (row < 0 || row >= height) continue;
        runs.push({
          first: patch + before,
          second: (row * width + x) * channels + before,
          length: rowLength - before - after,
        });
      }
    }
  }
  return runs;
}
