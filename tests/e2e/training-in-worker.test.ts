/** The worker that trains gives the very losses and codes of the trainer in Node. Serves a page of its own. */
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { servePage } from '../../scripts/serve-page.ts';
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { wideOnly } from '../support/e2e/test.ts';
import { numSteps, shortRun, type ShortRun } from '../support/e2e/training-page/run.ts';

test(
  'a short run by the client and its worker gives the losses and codes that Node gives',
  wideOnly,
  async ({ page }) => {
    const served = await servePage(fileURLToPath(new URL('../support/e2e/training-page', import.meta.url)));
    try {
      await page.goto(served.url);
      const inBrowser = await page.evaluate<ShortRun>('trained');
      await startWasmBackend();
      const inNode = shortRun();
      expect(inBrowser.losses).toHaveLength(numSteps);
      const largest = (a: readonly number[], b: readonly number[]) =>
        Math.max(...a.map((value, i) => Math.abs(value - b[i])));
      expect(largest(inBrowser.losses, inNode.losses)).toBeLessThan(1e-6);
      expect(largest(inBrowser.map, inNode.map)).toBeLessThan(1e-5);
    } finally {
      await served.close();
    }
  },
);
