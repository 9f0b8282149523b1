/**
 * `npm run times`: trains and measures one run of each kind on one core, and writes how long that core was busy into machines/times.json,
 * which a page reckons with. Takes a quarter of an hour of an idle machine; beside other work the numbers grow. Where there is a shell.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { timedRuns, timesFile, type RunTimes } from '../src/components/figures/runs/run-costs.ts';

/** Processor time in seconds of a run of the trainer: the last line of the shell's own `times` is of its children. */
function timed(id: string, out: string): number {
  const command = [
    process.execPath,
    'training/cli.ts',
    'train',
    id,
    '--force',
    '--workers',
    '1',
    '--out',
    out,
  ];
  const { status, stdout, stderr } = spawnSync('sh', ['-c', '"$@" >&2 && times', 'sh', ...command], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${id} was not trained, and has no time:\n${stderr}`);
  const parts = [...(stdout.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return Math.round(
    parts.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0),
  );
}

const out = await mkdtemp(join(tmpdir(), 'glo-times-'));
const seconds: RunTimes['seconds'] = Object.fromEntries(timedRuns.map(({ id }) => [id, timed(id, out)]));
await rm(out, { recursive: true });
const [{ model }] = cpus();
const machine = `${availableParallelism()} cores (${model.trim()}), Node ${process.version}`;
await writeFile(timesFile, `${JSON.stringify({ machine, seconds } satisfies RunTimes, null, 2)}\n`);
