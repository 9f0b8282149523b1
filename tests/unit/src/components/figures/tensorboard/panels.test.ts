/** The page shows what the event files have: the tags are held to what the trainer writes. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import {
  imageTags,
  loggedRuns,
  otherScalarTags,
  pictureOf,
  scalarPanels,
  scalarTags,
} from '../../../../../../src/components/figures/tensorboard/panels.ts';
import { openRunLog } from '../../../../../../training/export/tensorboard/run-log.ts';
import { pageOf } from '../../../../../content/support/pages.ts';
import { digitShape } from '../../../../../support/digit-shape.ts';
import { readEventFile } from '../../../../../support/tensorboard.ts';

const numbers = {
  epoch: 1,
  loss: 3,
  l1: 1,
  l2: 2,
  contentCodeRms: 1,
  contentCodeNorm: 5,
  classCodeRms: 1,
  seconds: 1,
};
const grid = {
  intensity: new Float32Array(784),
  rows: 1,
  columns: 1,
  unit: 'ink',
  shape: digitShape,
} as const;

/** Of an event file with one epoch and its pictures. */
function writtenTags() {
  const folder = mkdtempSync(join(tmpdir(), 'glo-tags-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const log = openRunLog(folder, {}, () => 0);
  log.epoch(numbers);
  log.pictures(1, { reconstructions: grid, transfers: grid });
  log.close();
  const [name] = readdirSync(folder);
  const values = readEventFile(readFileSync(join(folder, name))).events.flatMap((event) => event.values);
  return {
    scalars: values.flatMap(({ tag, scalar }) => (scalar === undefined ? [] : [{ tag, scalar }])),
    images: values.flatMap(({ tag, image }) => (image ? [tag] : [])),
  };
}

it('names every tag of an event file, and no other', () => {
  const { scalars, images } = writtenTags();
  const named = [...Object.values(scalarTags), ...otherScalarTags];
  expect(named.toSorted()).toEqual(scalars.map(({ tag }) => tag).toSorted());
  expect(images).toEqual(imageTags);
});

it('draws each curve under the tag of its own number', () => {
  const written = new Map(writtenTags().scalars.map(({ tag, scalar }) => [tag, scalar]));
  const [loss, l1, l2] = ([scalarTags.loss, scalarTags.l1, scalarTags.l2] as const).map((tag) =>
    written.get(tag),
  );
  expect([loss, l1, l2]).toEqual([numbers.loss, numbers.l1, numbers.l2]);
});

it('has the three runs of the exercise in each panel, and their pictures', () => {
  const runs = loggedRuns();
  expect(runs.map(({ id }) => id)).toEqual([
    'glo-mnist-exercise-sigma0',
    'glo-mnist-exercise-sigma0.3',
    'glo-mnist-exercise-sigma5',
  ]);
  for (const { y, series } of scalarPanels(runs)) {
    expect(
      series.map(({ label }) => label),
      y.label,
    ).toEqual(['σ = 0', 'σ = 0.3', 'σ = 5']);
    expect(
      series.map(({ data }) => data.length),
      y.label,
    ).toEqual([50, 50, 50]);
  }
  for (const run of runs) {
    for (const tag of imageTags)
      expect(readFileSync(join('public', pictureOf(run, tag))).length).toBeGreaterThan(0);
  }
});

it('is told on the page tag by tag', () => {
  const { source } = pageOf('questions');
  for (const tag of [...Object.values(scalarTags), ...otherScalarTags, ...imageTags]) {
    expect(source).toContain(`\`${tag}\``);
  }
});
