import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkCheckpoint } from '../../training/export/read-checkpoint.ts';
import type { RunJob } from '../../training/jobs/messages.ts';
import { runJobs } from '../../training/pool/pool.ts';
import { gloRecipes, overrideGloRecipe } from '../../training/recipes/glo/recipes.ts';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'glo-pool-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

it('a job that fails says why and takes no other with it', async () => {
  const file = join(out, 'a-file');
  writeFileSync(file, '');
  const short = gloRecipes
    .slice(0, 3)
    .map((recipe) => overrideGloRecipe(recipe, { numEpochs: 1, datasetName: 'strokes' }));
  const common = {
    kind: 'run',
    out,
    trains: true,
    measures: false,
    numSteps: 63,
    provenance: { command: 'a test', codeVersion: '0'.repeat(64) },
  } as const;
  const jobs: RunJob[] = [
    { ...common, id: short[0].id, recipe: short[0], out: file },
    { ...common, id: short[1].id, recipe: { ...short[1], dims: { classDim: 0, contentDim: 0 } } },
    { ...common, id: short[2].id, recipe: short[2] },
  ];
  const ends = new Map<string, string>();
  await runJobs(jobs, {
    numWorkers: 1,
    onEvent: ({ id }, event) => {
      if (event.type !== 'epoch') ends.set(id, event.type === 'failed' ? event.message : event.type);
    },
  });
  expect([...ends.keys()]).toEqual(jobs.map(({ id }) => id));
  expect(ends.get(short[0].id)).toContain('ENOTDIR');
  expect(ends.get(short[1].id)).toBeTruthy();
  expect(ends.get(short[1].id)).not.toBe('done');
  expect(ends.get(short[2].id)).toBe('done');
  await checkCheckpoint(join(out, short[2].id));
});
