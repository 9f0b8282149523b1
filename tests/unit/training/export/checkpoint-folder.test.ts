import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWasmBackend } from '../../../../src/networks/blocks/wasm-backend.ts';
import { buildCheckpoint, type GloFolder } from '../../../../training/methods/glo/files/build-checkpoint.ts';
import { checkCheckpoint } from '../../../../training/export/read-checkpoint.ts';
import { isUpToDate } from '../../../../training/plan/support-networks.ts';
import { writeCheckpoint } from '../../../support/write-checkpoint.ts';
import { removeLeftovers } from '../../../../training/store/write-folder.ts';
import { indexOf, writeIndex } from '../../../../training/store/write-index.ts';
import type { GloRecipe } from '../../../../training/recipes/glo/vary.ts';
import { trainedRun } from '../../../support/trained-run.ts';

let out: string;
let first: GloFolder;
let second: GloFolder;
beforeAll(async () => {
  await startWasmBackend();
  first = buildCheckpoint(trainedRun(0.3));
  second = buildCheckpoint(trainedRun(2));
});
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'glo-checkpoint-'));
  return () => rm(out, { recursive: true });
});
const folderOf = ({ manifest }: GloFolder) => join(out, manifest.id);
/** The id of a process that has ended. */
const deadPid = spawnSync(process.execPath, ['--version']).pid;

describe('writeCheckpoint', () => {
  test('what it writes, checkCheckpoint finds whole', async () => {
    await writeCheckpoint(out, first);
    expect(await checkCheckpoint(folderOf(first))).toEqual(first.manifest);
    expect(await readdir(out)).toEqual([first.manifest.id]);
  });

  test('replaces an older folder with all that is in it', async () => {
    await mkdir(folderOf(first));
    await writeFile(join(folderOf(first), 'stale.bin'), 'old');
    await writeCheckpoint(out, first);
    expect((await readdir(folderOf(first))).sort()).toEqual([...first.files.keys()].sort());
    expect(await readdir(out)).toEqual([first.manifest.id]);
  });
});

describe('removeLeftovers', () => {
  test('clears what a killed process left and keeps finished checkpoints', async () => {
    await writeCheckpoint(out, first);
    await mkdir(join(out, `${second.manifest.id}.partial-${deadPid}`));
    await mkdir(join(out, `${first.manifest.id}.old-${deadPid}`));
    await mkdir(join(out, `${first.manifest.id}.partial-${process.pid}`));
    await removeLeftovers(out);
    expect(await readdir(out)).toEqual([first.manifest.id]);
    await checkCheckpoint(folderOf(first));
  });

  test('brings back the old folder of a process that was killed between its two renames', async () => {
    await writeCheckpoint(out, first);
    await rename(folderOf(first), `${folderOf(first)}.old-${deadPid}`);
    await removeLeftovers(out);
    expect(await checkCheckpoint(folderOf(first))).toEqual(first.manifest);
  });

  test('leaves alone what another running process is writing', async () => {
    const theirs = `${first.manifest.id}.partial-${process.ppid}`;
    await mkdir(join(out, theirs));
    await removeLeftovers(out);
    expect(await readdir(out)).toEqual([theirs]);
  });

  test('takes a folder that is not there for an empty one', async () => {
    await expect(removeLeftovers(join(out, 'nowhere'))).resolves.toBeUndefined();
  });
});

describe('checkCheckpoint', () => {
  test('names every file that is missing, cut or changed', async () => {
    await writeCheckpoint(out, first);
    const folder = folderOf(first);
    const { weights, codes } = first.manifest.files;
    await rm(join(folder, 'history.json'));
    await writeFile(join(folder, 'codes.safetensors'), 'short');
    const changed = Uint8Array.from(await readFile(join(folder, 'weights.safetensors')));
    changed[changed.length - 1] ^= 1;
    await writeFile(join(folder, 'weights.safetensors'), changed);

    const error: unknown = await checkCheckpoint(folder).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ContractError' });
    const { message } = error as Error;
    expect(message.replace(/[0-9a-f]{64}, /, '<found>, ')).toBe(
      [
        `${folder} does not follow the checkpoint contract:`,
        `  weights.safetensors has SHA-256 <found>, expected ${weights.sha256}`,
        `  codes.safetensors has 5 bytes, expected ${codes.bytes}`,
        '  history.json is missing',
        'Make it again with npm run train -- <id> --force.',
      ].join('\n'),
    );
  });

  test('says where a manifest is not JSON', async () => {
    await writeFile(join(out, 'manifest.json'), '{');
    await expect(checkCheckpoint(out)).rejects.toThrow(
      `${join(out, 'manifest.json')} does not follow the checkpoint contract:\n  it is not JSON: `,
    );
  });
});

describe('isUpToDate', () => {
  const { id, title, group, dataset, training, model, provenance } = trainedRun(0.3);
  const { name, numTrainingImages } = dataset;
  const recipe: GloRecipe = {
    id,
    title,
    family: 'glo',
    group,
    dataset: { name, numTrainingImages },
    dims: { classDim: model.dims.classDim, contentDim: model.dims.contentDim },
    training,
    ships: true,
    evaluation: 'light',
    showsTransfers: false,
    drawsEpochs: false,
    snapshotEpochs: [],
  };
  const version = provenance.codeVersion;

  test('is true for the same recipe and code, and for nothing else', async () => {
    await writeCheckpoint(out, first);
    const isThere = (changes: Partial<GloRecipe>) =>
      isUpToDate(folderOf(first), { ...recipe, ...changes }, version);
    expect(await isThere({})).toBe(true);
    expect(await isUpToDate(folderOf(first), recipe, 'f'.repeat(64))).toBe(false);
    expect(await isThere({ training: { ...training, seed: 2 } })).toBe(false);
    expect(await isThere({ training: { ...training, mistake: 'shared-noise' } })).toBe(false);
    expect(await isThere({ dims: { classDim: 3, contentDim: 5 } })).toBe(false);
    expect(await isThere({ dataset: { name, numTrainingImages: 50 } })).toBe(false);
    expect(await isThere({ dataset: { name: 'mnist', numTrainingImages } })).toBe(false);
    expect(await isThere({ title: 'Another' })).toBe(false);
    expect(await isThere({ group: 'sigma' })).toBe(false);
    expect(await isThere({ drawsEpochs: true })).toBe(false);
    expect(await isThere({ snapshotEpochs: [1] })).toBe(false);
  });

  test('does not depend on how it is measured', async () => {
    await writeCheckpoint(out, first);
    expect(
      await isUpToDate(folderOf(first), { ...recipe, evaluation: 'projected' } as GloRecipe, version),
    ).toBe(true);
  });

  test('is false when there is no checkpoint or a file of it is gone', async () => {
    expect(await isUpToDate(folderOf(first), recipe, version)).toBe(false);
    await writeCheckpoint(out, first);
    await rm(join(folderOf(first), 'weights.safetensors'));
    expect(await isUpToDate(folderOf(first), recipe, version)).toBe(false);
  });
});

describe('writeIndex', () => {
  const ids = async () => (await indexOf(out)).checkpoints.map(({ id }) => id);

  test('lists the checkpoints of a folder by noise, whatever the order on disk', async () => {
    await writeCheckpoint(out, second);
    await writeCheckpoint(out, first);
    await writeIndex(out);
    const written: unknown = JSON.parse(await readFile(join(out, 'index.json'), 'utf8'));
    expect(written).toEqual(await indexOf(out));
    expect(await ids()).toEqual([first.manifest.id, second.manifest.id]);
  });

  test('leaves out leftovers and manifests of another contract', async () => {
    await writeCheckpoint(out, first);
    await writeCheckpoint(out, second);
    await rename(folderOf(second), `${folderOf(second)}.old-${deadPid}`);
    await mkdir(join(out, 'glo-mnist-older'));
    await writeFile(join(out, 'glo-mnist-older', 'manifest.json'), '{"contractVersion":0}');
    expect(await ids()).toEqual([first.manifest.id]);
  });
});
