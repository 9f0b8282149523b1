/**
 * `npm test`: everything that has to hold, in order, cheapest first. Each stage runs even if an earlier one failed, so that one
 * run tells all. Ends with one line, `N passed, N failed`: a stage without tests of its own counts as one.
 */
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';

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
}

const vitestReport = 'test-results/vitest.json';
const e2eReport = 'test-results/e2e.json';
const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

const stages: readonly Stage[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  // First of those that need types: it also writes the ones that Astro generates.
  { name: 'types of pages', command: ['astro', 'check'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  {
    name: 'unit, trainer, checkpoints, content',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    count: async () => {
      const report = (await readJson(vitestReport)) as { numPassedTests: number; numFailedTests: number };
      return { passed: report.numPassedTests, failed: report.numFailedTests };
    },
  },
  { name: 'build', command: ['astro', 'build'] },
  {
    name: 'build under /repo/',
    command: ['astro', 'build', '--outDir', 'dist-base'],
    env: { BASE_PATH: '/repo/' },
  },
  { name: 'sizes', command: ['node', 'scripts/size.ts'] },
  {
    name: 'end to end',
    command: ['playwright', 'test'],
    count: async () => {
      const { stats } = (await readJson(e2eReport)) as {
        stats: { expected: number; flaky: number; unexpected: number };
      };
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
    },
  },
];

/** The exit code; output goes straight through. `npm test` puts node_modules/.bin on the path. */
const run = ({ command: [file, ...args], env }: Stage): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(file, args, {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });

await rm('test-results', { recursive: true, force: true });
const total = { passed: 0, failed: 0 };
const lines: string[] = [];
for (const stage of stages) {
  process.stdout.write(`\n── ${stage.name}\n`);
  const started = performance.now();
  const code = await run(stage);
  const own: Count = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  // A runner that fails without a failed test, or leaves no report, has failed once.
  const count = stage.count ? await stage.count().catch(() => own) : own;
  const failed = code !== 0 && count.failed === 0 ? 1 : count.failed;
  total.passed += count.passed;
  total.failed += failed;
  const took = `${Math.round((performance.now() - started) / 1000)} s`.padStart(6);
  lines.push(
    `${failed > 0 ? 'FAILED' : 'ok    '} ${took}  ${stage.name}: ${count.passed} passed, ${failed} failed`,
  );
}
process.stdout.write(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
