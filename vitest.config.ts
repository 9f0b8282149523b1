/** Three suites: `unit` mirrors the tree, `checkpoints` holds public/models to the contract, `content` holds prose to the metrics. */
import { defineConfig } from 'vitest/config';

const suite = (name: string, testTimeout: number) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout },
});

export default defineConfig({
  test: { projects: [suite('unit', 30_000), suite('checkpoints', 60_000), suite('content', 30_000)] },
});
