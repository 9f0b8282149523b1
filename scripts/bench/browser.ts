/** Builds page.html, opens it in a real browser, and has it time both engines, a search for codes, a map and the trainer. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { modelsFolder } from '../../src/contract/ids.ts';
import { engineKinds } from '../../src/engine/api.ts';
import { readManifest } from '../../training/export/read-checkpoint.ts';
import { makeOnnx } from '../../training/methods/make-onnx.ts';
import { findBrowser } from '../browser.ts';
import { servePage } from '../serve-page.ts';
import { benchCheckpoint, type Timing } from './measure.ts';
import type { BenchRow } from './node.ts';

const engineNames = { tfjs: 'tfjs', onnx: 'ONNX Runtime' } as const;

export async function benchBrowser(): Promise<BenchRow[]> {
  const { executablePath } = await findBrowser();
  const served = await servePage(fileURLToPath(new URL('.', import.meta.url)));
  // The site makes its graphs when it is built.
  const stored = join(modelsFolder, benchCheckpoint);
  const { onnx } = await readManifest(stored);
  await writeFile(join(served.folder, 'models', benchCheckpoint, onnx.file.path), await makeOnnx(stored));
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage();
    await page.goto(served.url);
    await page.waitForFunction('"benchEngine" in globalThis');
    const rows: BenchRow[] = [];
    for (const kind of engineKinds) {
      const timings = await page.evaluate<{ count: number; timing: Timing }[]>(
        `benchEngine(${JSON.stringify(kind)})`,
      );
      for (const { count, timing } of timings) {
        rows.push({ name: `${engineNames[kind]} in the browser, n = ${count}`, timing });
      }
    }
    rows.push({
      name: 'frame to frame of a map of 2,000 codes in the browser',
      timing: await page.evaluate<Timing>('benchMap()'),
    });
    const timing = await page.evaluate<Timing>('benchSearch()');
    rows.push({
      name: `step of a search for ten candidates, tfjs in the browser: ${(1000 / timing.medianMs).toFixed(0)} a second`,
      timing,
    });
    const trained = await page.evaluate<Timing>('benchTrainer()');
    rows.push({ name: 'training step in the browser, batch 32, a mean', timing: trained });
    return rows;
  } finally {
    await browser.close();
    await served.close();
  }
}
