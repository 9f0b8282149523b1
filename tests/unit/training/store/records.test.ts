/** What was measured on runs that are not shipped: taken over run by run, whatever happens in between. */
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWasmBackend } from '../../../../src/networks/blocks/wasm-backend.ts';
import { contractVersion } from '../../../../src/contract/parts.ts';
import type { RunMetrics } from '../../../../src/contract/metrics.ts';
import { encodeJson } from '../../../../training/export/encode-json.ts';
import { merge } from '../../../../training/commands/merge.ts';
import { buildCheckpoint } from '../../../../training/methods/glo/files/build-checkpoint.ts';
import { unshippedFolder } from '../../../../training/store/folders.ts';
import { collectRuns, readRuns } from '../../../../training/store/records.ts';
import { writeIndex } from '../../../../training/store/write-index.ts';
import { filesBelow } from '../../../support/trainer.ts';
import { trainedRun } from '../../../support/trained-run.ts';
import { writeCheckpoint } from '../../../support/write-checkpoint.ts';

const sigmas = [0, 1, 2] as const;
let scratch: string;
/** Three runs, whole and measured, not yet taken over. */
let pending: string;
/** The same, taken over. */
let collected: string;
let out: string;
let numFolders = 0;

/** As a worker leaves a run that is not shipped: its whole checkpoint, with its metrics in it. */
async function leave(into: string, sigma: number): Promise<void> {
  const run = trainedRun(sigma);
  const built = buildCheckpoint(run);
  await writeCheckpoint(unshippedFolder(into), built);
  const { id, title, family, group, dataset, model, training, provenance } = built.manifest;
  const metrics: RunMetrics = {
    contractVersion,
    ...{ id, title, family, group, training },
    dataset: { name: 'strokes', numTrainingImages: dataset.numTrainingImages },
    model: { classDim: model.classDim, contentDim: model.contentDim },
    shipped: false,
    metrics: { diversity: { value: 0.1 + sigma, n: 10 } },
    provenance: { ...provenance, evaluationVersion: 'a test' },
  };
  await writeFile(join(unshippedFolder(into), id, 'metrics.json'), encodeJson(metrics));
}
const idOf = (sigma: number): string => trainedRun(sigma).id;
const shared = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('unshipped/')));

beforeAll(async () => {
  await startWasmBackend();
  scratch = await mkdtemp(join(tmpdir(), 'records-'));
  pending = join(scratch, 'pending');
  for (const sigma of sigmas) await leave(pending, sigma);
  collected = join(scratch, 'collected');
  await cp(pending, collected, { recursive: true });
  await collectRuns(collected);
});
afterAll(() => rm(scratch, { recursive: true }));
beforeEach(async () => {
  out = join(scratch, `out-${++numFolders}`);
  await cp(collected, out, { recursive: true });
});

describe('collectRuns', () => {
  test('takes over every run that a worker left, once', async () => {
    const { runs, problems } = await readRuns(out);
    expect(problems).toEqual([]);
    expect([...runs.keys()]).toEqual(sigmas.map(idOf));
    const before = filesBelow(out);
    expect(await collectRuns(out)).toEqual([]);
    expect(filesBelow(out)).toEqual(before);
  });

  test('gives the same bytes however often it was interrupted', async () => {
    const slow = join(scratch, 'slow');
    for (const sigma of [2, 0, 1]) {
      await leave(slow, sigma);
      await collectRuns(slow);
    }
    expect(filesBelow(slow)).toEqual(filesBelow(out));
  });

  test('goes on from the moment between sheet and records', async () => {
    const killed = join(scratch, 'killed');
    for (const sigma of [0, 2]) await leave(killed, sigma);
    await collectRuns(killed);
    // The sheet of three is there, the records are still of two.
    await leave(killed, 1);
    await cp(join(out, 'transfers-strokes.png'), join(killed, 'transfers-strokes.png'));
    expect((await readRuns(killed)).problems).toEqual([]);
    await collectRuns(killed);
    expect(filesBelow(killed)).toEqual(filesBelow(out));
  });

  test('forgets a run whose line is damaged, names it, and keeps the others', async () => {
    const path = join(out, 'runs.jsonl');
    const lines = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, [lines[0], lines[1].slice(0, 50), lines[2], ''].join('\n'));
    const problems = await collectRuns(out);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${path}, line 2 is not JSON`);
    expect([...(await readRuns(out)).runs.keys()]).toEqual([idOf(0), idOf(2)]);
    await leave(out, 1);
    await collectRuns(out);
    expect(filesBelow(out)).toEqual(filesBelow(collected));
  });

  test('forgets the runs of a sheet that is damaged or gone, and says which', async () => {
    const sheet = join(out, 'transfers-strokes.png');
    await truncate(sheet, 300);
    const problems = await collectRuns(out);
    expect(problems).toHaveLength(3);
    expect(problems[1]).toBe(`${idOf(1)}: row 1 of ${sheet} is missing or not the picture that was recorded`);
    expect((await readRuns(out)).runs.size).toBe(0);
  });

  test('leaves out a run whose checkpoint is not whole', async () => {
    const broken = join(scratch, 'broken');
    await leave(broken, 0);
    await leave(broken, 1);
    await rm(join(unshippedFolder(broken), idOf(1), 'codes.safetensors'));
    const [problem] = await collectRuns(broken);
    expect(problem).toContain('codes.safetensors is missing');
    expect([...(await readRuns(broken)).runs.keys()]).toEqual([idOf(0)]);
  });
});

describe('merge', () => {
  test('joins the records of shards, equal to those of one run of everything', async () => {
    const shards = [[0, 2], [1]].map((part, i) => ({ part, folder: join(scratch, `shard-${i}`) }));
    for (const { part, folder } of shards) {
      for (const sigma of part) await leave(folder, sigma);
      await collectRuns(folder);
      await writeIndex(folder);
    }
    const joined = join(scratch, 'joined');
    expect(await merge([...shards.map(({ folder }) => folder), '--out', joined])).toBe(0);
    await writeIndex(out);
    expect(shared(filesBelow(joined))).toEqual(shared(filesBelow(out)));
    expect(await readdir(joined)).not.toContain('unshipped');
  });
});
