/**
 * `npm test`: everything that has to hold. What checks and builds the source needs little more than one core, so the tests without a
 * browser run beside it; those in a browser need the builds, and all cores. Each stage runs even if an earlier one failed, so that
 * one run tells all. Ends with one line, `N passed, N failed`: a stage without tests of its own counts as one.
 */
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';

interface Stage {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** Reads how many tests passed and failed from the runner's report. */
  readonly count?: () => Promise<Count>;
}

interface Count {
  readonly passed: number;
  readonly failed: number;
  /** What failed at least once, a line each. */
  readonly troubles?: readonly string[];
}

const vitestReport = 'test-results/vitest.json';
const e2eReport = 'test-results/e2e.json';
const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

/** What checks and builds the source, one after the other, cheapest first. */
const sourceStages: readonly Stage[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  // First of those that need types: it also writes the ones that Astro generates. It reads the .ts files too.
  { name: 'types', command: ['astro', 'check'] },
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  { name: 'spelling', command: ['cspell', '--no-progress'] },
  { name: 'build', command: ['astro', 'build'] },
  {
    name: 'build under /repo/, without MNIST',
    command: ['astro', 'build', '--outDir', 'dist-base'],
    env: { BASE_PATH: '/repo/', ORIGINALS: 'off', SOURCE_URL: 'https://source.example' },
  },
  { name: 'library', command: ['node', 'scripts/library.ts'] },
  { name: 'sizes', command: ['node', 'scripts/size.ts'] },
];

const vitestStage: Stage = {
  name: 'unit, trainer, checkpoints, content',
  command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
  count: async () => {
    const report = (await readJson(vitestReport)) as { numPassedTests: number; numFailedTests: number };
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  },
};

const browserStage: Stage = {
  name: 'end to end',
  command: ['playwright', 'test'],
  count: async () => {
    const report = (await readJson(e2eReport)) as JSONReport;
    const { expected, flaky, unexpected } = report.stats;
    return { passed: expected + flaky, failed: unexpected, troubles: report.suites.flatMap(troublesOf) };
  },
};

/** Each test that failed, even if it passed when it was tried again, with the first words of its first error. */
const troublesOf = ({ suites = [], specs }: JSONReportSuite): string[] => [
  ...specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'flaky' || status === 'unexpected')
      .map(({ projectName, status, results }) => {
        const message = results.find(({ error }) => error)?.error?.message ?? 'no message';
        const words = stripVTControlCharacters(message).replace(/\s+/g, ' ').slice(0, 400);
        return `${status === 'flaky' ? 'unsteady' : 'failed'}: [${projectName}] ${title}: ${words}`;
      }),
  ),
  ...suites.flatMap(troublesOf),
];

/** Hundreds of processes load the same modules: they are compiled once. */
const compileCache = { NODE_COMPILE_CACHE: resolve('node_modules/.cache/node') };

/** The exit code. Output goes straight through, or all at once at the end. `npm test` puts node_modules/.bin on the path. */
const run = ({ name, command: [file, ...args], env }: Stage, isAlone: boolean): Promise<number> =>
  new Promise((end) => {
    const heading = `\n── ${name}\n`;
    const output: Buffer[] = [];
    const child = spawn(file, args, {
      stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...compileCache, ...env },
      shell: process.platform === 'win32',
    });
    if (isAlone) process.stdout.write(heading);
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      end(1);
    });
    child.on('close', (code) => {
      if (!isAlone) process.stdout.write(heading + Buffer.concat(output).toString());
      end(code ?? 1);
    });
  });

interface Outcome extends Count {
  /** Its part of the summary: a line, and one for each trouble. */
  readonly lines: readonly string[];
}

async function outcomeOf(stage: Stage, isAlone = false): Promise<Outcome> {
  const started = performance.now();
  const code = await run(stage, isAlone);
  const own: Count = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  // A runner that fails without a failed test, or leaves no report, has failed once.
  const count = stage.count ? await stage.count().catch(() => own) : own;
  const { passed } = count;
  const failed = code !== 0 && count.failed === 0 ? 1 : count.failed;
  const took = `${Math.round((performance.now() - started) / 1000)} s`.padStart(6);
  const verdict = failed > 0 ? 'FAILED' : 'ok    ';
  const line = `${verdict} ${took}  ${stage.name}: ${passed} passed, ${failed} failed`;
  return { passed, failed, lines: [line, ...(count.troubles ?? []).map((trouble) => `    ${trouble}`)] };
}

async function outcomesOf(stages: readonly Stage[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const stage of stages) outcomes.push(await outcomeOf(stage));
  return outcomes;
}

await rm('test-results', { recursive: true, force: true });
const [ofSource, ofVitest] = await Promise.all([outcomesOf(sourceStages), outcomeOf(vitestStage)]);
const outcomes = [...ofSource, ofVitest, await outcomeOf(browserStage, true)];
const sum = (key: 'passed' | 'failed'): number =>
  outcomes.reduce((total, outcome) => total + outcome[key], 0);
const [passed, failed] = [sum('passed'), sum('failed')];
const summary = outcomes.flatMap(({ lines }) => lines).join('\n');
process.stdout.write(`\n${summary}\n\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
