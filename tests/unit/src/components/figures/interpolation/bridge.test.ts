/** What the interpolation opens with is measured, not chosen by hand. */
import { decode } from 'fast-png';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  bridges,
  drawFirstFrame,
  openingEnds,
  type Bridge,
} from '../../../../../../src/components/figures/interpolation/bridge.ts';
import { readManifest } from '../../../../../../src/components/build/manifests.ts';

const id = 'glo-mnist-lord-sigma0.3';
const { previews } = readManifest(id);

describe('the bridges between classes', () => {
  let all: readonly Bridge[];
  beforeAll(async () => {
    all = await bridges(id);
  });

  it('are those of every pair, the best first, each between the first images of its classes', () => {
    expect(all).toHaveLength(45);
    const certainties = all.map(({ certainty }) => certainty);
    expect(certainties).toEqual(certainties.toSorted((a, b) => b - a));
    for (const { classes, images } of all) {
      expect(images).toEqual(classes.map((digit) => previews.images[digit]));
    }
  });

  it('lead over digits only at the first, and over ruins or other digits at the last', () => {
    expect(all[0].certainty).toBeGreaterThan(0.9);
    expect(all[44].certainty).toBeLessThan(0.1);
  });

  it('give the figure its ends', async () => {
    const { classes, images } = all[0];
    expect(await openingEnds(id, previews.images)).toEqual({ classes, images });
  });
});

it('the first frame is a grid of steps between the ends', async () => {
  const picture = decode(await drawFirstFrame(id, { classes: [7, 9], images: [15, 4] }));
  expect([picture.width, picture.height]).toEqual([8 * 28, 8 * 28]);
});
