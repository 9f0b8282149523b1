/**
 * `train-all` as a person runs it, on strokes with one epoch a run: whole and in shards, killed, damaged, refused. One run that
 * nothing disturbed is what all the others have to equal, to the last byte.
 */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/numerics/random.ts';
import { checkCheckpoint } from '../../training/export/read-checkpoint.ts';
import { recipes } from '../../training/methods/registry.ts';
import { filesBelow, runTrainer, startTrainer } from '../support/trainer.ts';

const ids = recipes.filter(({ group }) => group === 'strokes').map(({ id }) => id);
const trainAll = (out: string, ...args: string[]) => [
  ...['train-all', '--group', 'strokes', '--epochs', '1', '--out', out],
  ...args,
];

let scratch: string;
let undisturbed: string;
let expected: Readonly<Record<string, string>>;
let table: string;
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'glo-train-all-'));
  undisturbed = join(scratch, 'undisturbed');
  const { code, stdout, stderr } = await runTrainer(...trainAll(undisturbed));
  expect(stderr).toContain(`Made ${ids.length} of ${ids.length}`);
  expect(code).toBe(0);
  expected = filesBelow(undisturbed);
  table = stdout;
});
afterAll(() => rmSync(scratch, { recursive: true }));

let out: string;
let numFolders = 0;
beforeEach(() => {
  out = join(scratch, `out-${++numFolders}`);
});
const copyOfAll = () => cpSync(undisturbed, out, { recursive: true });

describe('one run of everything', () => {
  it('writes every checkpoint with what was measured, their index, and nothing else', async () => {
    expect([...new Set(Object.keys(expected).map((path) => path.split('/')[0]))].sort()).toEqual(
      [...ids, 'index.json'].sort(),
    );
    for (const id of ids) {
      await checkCheckpoint(join(undisturbed, id));
      expect(expected).toHaveProperty([`${id}/metrics.json`]);
    }
  });

  it('ends with a table, one row a setting', () => {
    const [heading, ...rows] = table.trimEnd().split('\n');
    expect(heading.trim()).toMatch(/^seeds +train loss +L1 +swap/);
    expect(rows.map((row) => row.split(' ')[0])).toEqual([...ids].sort());
  });

  it('makes nothing a second time, and clears what a killed one left anywhere', async () => {
    copyOfAll();
    const nobody = 99_999_999; // above the highest id of a process
    cpSync(join(out, ids[0]), join(out, `${ids[0]}.partial-${nobody}`), { recursive: true });
    writeFileSync(join(out, ids[1], `metrics.json.partial-${nobody}`), '{');
    writeFileSync(join(out, `index.json.partial-${nobody}`), '{');
    writeFileSync(join(out, '.lock'), String(nobody));
    const { code, stderr, stdout } = await runTrainer(...trainAll(out));
    expect(stderr).toBe(`${ids.length} of ${ids.length} up to date in ${out} (--force makes them again).\n`);
    expect(stdout).toBe(table);
    expect(code).toBe(0);
    expect(filesBelow(out)).toEqual(expected);
  });
});

describe('shards', () => {
  it('four as four processes, merged, equal one run', async () => {
    const shards = [1, 2, 3, 4].map((part) => ({ part, folder: `${out}-shard${part}` }));
    const ends = await Promise.all(
      shards.map(({ part, folder }) =>
        runTrainer(...trainAll(folder, '--shard', `${part}/4`, '--workers', '1')),
      ),
    );
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    const folders = shards.map(({ folder }) => folder);
    const { code, stdout } = await runTrainer('merge', ...folders, '--out', out);
    expect(stdout).toBe(`Joined ${ids.length} results of 4 folders in ${out}.\n`);
    expect(code).toBe(0);
    expect(filesBelow(out)).toEqual(expected);
  });

  it('are not joined when two made the same run with different bytes', async () => {
    copyOfAll();
    writeFileSync(join(out, ids[2], 'codes.safetensors'), 'of other code');
    const target = `${out}-joined`;
    const { code, stderr } = await runTrainer('merge', undisturbed, out, '--out', target);
    expect(stderr).toBe(
      `${ids[2]} differs between ${undisturbed} and ${out}: they were made by different code or settings.\n`,
    );
    expect(code).toBe(1);
    expect(existsSync(target)).toBe(false);
  });

  it('are not joined before they are finished', async () => {
    copyOfAll();
    rmSync(join(out, 'index.json'));
    const { code, stderr } = await runTrainer('merge', undisturbed, out, '--out', `${out}-joined`);
    expect(stderr).toBe(`${out} is not the folder of a finished shard: it has no index.json.\n`);
    expect(code).toBe(2);
  });
});

describe('evaluate', () => {
  it('remakes what was measured on a checkpoint from its files, to the last byte', async () => {
    copyOfAll();
    rmSync(join(out, ids[0], 'metrics.json'));
    writeFileSync(join(out, ids[1], 'metrics.json'), '{"metrics":');
    const { code, stderr } = await runTrainer('evaluate', ids[0], ids[1], '--out', out);
    expect(stderr).toContain('Made 2 of 2');
    expect(code).toBe(0);
    expect(filesBelow(out)).toEqual(expected);
  });

  it('says how to get weights that are not there', async () => {
    const id = 'glo-mnist-exercise-l1-sigma0.5';
    copyOfAll();
    const { code, stderr } = await runTrainer('evaluate', id, '--out', out);
    expect(stderr).toBe(
      `There are no weights of ${id} in ${out} to measure. Train first: npm run train -- ${id} --out ${out}\n`,
    );
    expect(code).toBe(2);
  });
});

describe('faults', () => {
  it('killed at ten random moments, it goes on from there, and ends as if nothing had happened', async () => {
    copyOfAll();
    for (const id of ids.slice(0, 4)) rmSync(join(out, id), { recursive: true });
    const random = createRandom('kill -9');
    for (let kills = 0; kills < 10;) {
      const { child, result } = startTrainer(trainAll(out));
      await Promise.race([setTimeout(300 + 2700 * random.uniform()), result]);
      if (child.kill('SIGKILL')) kills++;
      await result;
      // Whatever the moment, what stands under its own name is whole.
      const there = ids.filter((id) => existsSync(join(out, id)));
      for (const id of there) await checkCheckpoint(join(out, id));
      if (there.length === ids.length)
        rmSync(join(out, there[random.integer(ids.length)]), { recursive: true });
    }
    expect((await runTrainer(...trainAll(out))).code).toBe(0);
    expect(filesBelow(out)).toEqual(expected);
  });

  it('makes again what was damaged, says what that was, and keeps the rest', async () => {
    copyOfAll();
    const weights = join(out, ids[3], 'weights.safetensors');
    const size = statSync(weights).size;
    truncateSync(weights, 1000);
    writeFileSync(
      join(out, ids[4], 'metrics.json'),
      readFileSync(join(out, ids[4], 'metrics.json')).subarray(0, 99),
    );
    writeFileSync(join(out, 'index.json'), 'damaged');
    const { code, stderr } = await runTrainer(...trainAll(out));
    expect(stderr).toContain(
      `${join(out, ids[3])} is made again: weights.safetensors has 1000 bytes, expected ${size}\n`,
    );
    expect(stderr).toContain(`${join(out, ids[4], 'metrics.json')} is made again: it is not JSON: `);
    expect(stderr).toContain(`${ids.length - 2} of ${ids.length} up to date`);
    expect(stderr).toContain('Made 2 of 2');
    expect(code).toBe(0);
    expect(filesBelow(out)).toEqual(expected);
  });

  it('names a damaged file of a run that was not asked for, and leaves it out of the summary', async () => {
    copyOfAll();
    writeFileSync(join(out, ids[4], 'metrics.json'), 'damaged');
    const { code, stderr, stdout } = await runTrainer(...trainAll(out, '--shard', '1/8'));
    expect(stderr).toContain(`Left out: ${join(out, ids[4], 'metrics.json')} does not follow`);
    expect(code).toBe(0);
    expect(stdout).toContain(`${ids[3]} `);
    expect(stdout).not.toContain(`${ids[4]} `);
  });

  it('a second one in the same folder is refused, and the first completes', async () => {
    copyOfAll();
    rmSync(join(out, ids[0]), { recursive: true });
    const first = startTrainer(trainAll(out));
    await first.says(/up to date/);
    const second = await runTrainer(...trainAll(out));
    expect(second.stderr).toBe(
      `Another trainer (process ${first.child.pid}) is writing into ${out}. Wait for it, stop it, or give another folder with --out. ` +
        `If process ${first.child.pid} is no trainer, delete ${join(out, '.lock')}.\n`,
    );
    expect(second.code).toBe(2);
    expect((await first.result).code).toBe(0);
    expect(filesBelow(out)).toEqual(expected);
  });
});
