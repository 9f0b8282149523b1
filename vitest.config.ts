/**
 * Four suites: `unit` mirrors the tree and is quick, `trainer` runs the trainer's command line for real, `checkpoints` holds
 * public/models to the contract, `content` holds the prose to the metrics.
 */
import { defineConfig } from 'vitest/config';

const suite = (name: string, timeout: number) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: timeout, hookTimeout: timeout },
});

export default defineConfig({
  test: {
    // By itself Vitest leaves one core to its main process, which has little to do.
    maxWorkers: '100%',
    projects: [
      suite('unit', 30_000),
      suite('trainer', 300_000),
      suite('checkpoints', 60_000),
      suite('content', 30_000),
    ],
  },
});
