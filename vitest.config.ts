/**
 * Four suites: `unit` mirrors the tree and is quick, `trainer` runs the trainer's command line for real, `checkpoints` holds
 * public/models to the contract, `content` holds the prose to the metrics.
 */
import { defineConfig } from 'vitest/config';

const suite = (name: string, testTimeout: number) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout },
});

export default defineConfig({
  test: {
    projects: [
      suite('unit', 30_000),
      suite('trainer', 180_000),
      suite('checkpoints', 60_000),
      suite('content', 30_000),
    ],
  },
});
