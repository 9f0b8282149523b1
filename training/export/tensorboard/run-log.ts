/**
 * What TensorBoard shows of one training run: loss and its parts, sizes of the codes, time, pictures, and the settings by which runs
 * are compared. Says what it is told; draws nothing by itself (training-log.ts does).
 */
import { encode } from 'fast-png';
import type { unitOf } from '../../../src/contract/datasets.ts';
import type { ImageShape } from '../../../src/networks/blocks/image-shape.ts';
import { layOut, type Grid } from '../grid.ts';
import type { Hparam } from './event-schema.ts';
import { createEventWriter } from './event-writer.ts';

/** One number an epoch; each is a scalar under its own name. */
export interface EpochNumbers {
  /** From 1. */
  readonly epoch: number;
  /** Means over the epoch's images, in training mode. */
  readonly loss: number;
  readonly l1: number;
  readonly l2: number;
  /** Root mean square of all content codes, and their mean norm. */
  readonly contentCodeRms: number;
  readonly contentCodeNorm: number;
  readonly classCodeRms: number;
  readonly seconds: number;
}

export interface IntensityGrid extends Grid {
  /** Intensity in [0, 1], [rows × columns, pixels of an image], row by row. */
  readonly intensity: Float32Array;
  readonly unit: ReturnType<typeof unitOf>;
  readonly shape: ImageShape;
}

export interface RunLog {
  epoch(numbers: EpochNumbers): void;
  pictures(
    epoch: number,
    pictures: { readonly reconstructions: IntensityGrid; readonly transfers: IntensityGrid },
  ): void;
  /** Only for a run that ended well: one that failed is told by the missing end. */
  close(): void;
}

const tags = {
  loss: 'loss/loss',
  l1: 'loss/l1',
  l2: 'loss/l2',
  contentCodeRms: 'codes/contentCodeRms',
  contentCodeNorm: 'codes/contentCodeNorm',
  classCodeRms: 'codes/classCodeRms',
  seconds: 'time/seconds',
} as const satisfies Record<Exclude<keyof EpochNumbers, 'epoch'>, string>;

/** `config`: any plain object; nested settings become `outer.inner`, what is null is left out. `now`: milliseconds since 1970. */
export function openRunLog(folder: string, config: object, now: () => number = Date.now): RunLog {
  const writer = createEventWriter(folder, { now });
  writer.hparams(flatten(config));
  return {
    epoch(numbers) {
      for (const name of Object.keys(tags) as (keyof typeof tags)[]) {
        writer.scalar(tags[name], numbers.epoch, numbers[name]);
      }
    },
    pictures(epoch, pictures) {
      for (const [tag, grid] of Object.entries(pictures)) {
        const { png, width, height } = encodeOpaque(grid);
        writer.image(tag, epoch, png, width, height);
      }
    },
    close: () => writer.close(),
  };
}

function flatten(config: object, prefix = ''): Record<string, Hparam> {
  const flat: Record<string, Hparam> = {};
  for (const [name, value] of Object.entries(config) as [string, unknown][]) {
    if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') {
      flat[prefix + name] = value;
    } else if (typeof value === 'object' && value !== null) {
      Object.assign(flat, flatten(value, `${prefix}${name}.`));
    }
  }
  return flat;
}

/** Black ink on white paper, or light; opaque, because TensorBoard's page may be dark, where the previews' transparent paper would not show. */
function encodeOpaque({ intensity, unit, shape, ...grid }: IntensityGrid) {
  const { width, height, pixels } = layOut(intensity, grid, shape);
  const data = Uint8Array.from(pixels, (value) => Math.round(255 * (unit === 'ink' ? 1 - value : value)));
  return {
    png: Uint8Array.from(encode({ width, height, data, channels: shape.imageChannels })),
    width,
    height,
  };
}
