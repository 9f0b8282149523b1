/** Builds page.html, opens it in a real browser, and has it time both engines. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { engineKinds } from '../../src/engine/api.ts';
import { findBrowser } from '../browser.ts';
import type { Timing } from './measure.ts';
import type { BenchRow } from './node.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const engineNames = { tfjs: 'tfjs', onnx: 'ONNX Runtime' } as const;

export async function benchBrowser(): Promise<BenchRow[]> {
  const outDir = await mkdtemp(join(tmpdir(), 'glo-bench-'));
  const { executablePath } = await findBrowser();
  await build({
    configFile: false,
    root: here('.'),
    publicDir: here('../../public'),
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: here('page.html') } },
  });
  const server = await preview({ configFile: false, root: here('.'), build: { outDir }, logLevel: 'warn' });
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage();
    const [address] = server.resolvedUrls?.local ?? [];
    await page.goto(new URL('page.html', address).href);
    const rows: BenchRow[] = [];
    for (const kind of engineKinds) {
      await page.waitForFunction('"benchEngine" in globalThis');
      const timings = await page.evaluate<{ count: number; timing: Timing }[]>(
        `benchEngine(${JSON.stringify(kind)})`,
      );
      for (const { count, timing } of timings) {
        rows.push({ name: `${engineNames[kind]} in the browser, n = ${count}`, timing });
      }
    }
    return rows;
  } finally {
    await browser.close();
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  }
}
