/**
 * `npm run monkey`: random clicks, keys, drags, links and sizes on every figure of the built site (`npm run build`), and what they broke.
 *
 *   npm run monkey -- --actions 1000 --seed 1     # the default: on every figure, at both sizes, with both engines
 *   npm run monkey -- --figure samples --seed 7   # one figure; a seed gives the same actions again
 *   npm run monkey -- --memory                    # instead, what each page takes on a phone once it was scrolled through
 */
import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright';
import { preview } from 'vite';
import { findBrowser } from './browser.ts';
import { sizes } from './monkey/actions.ts';
import { pageMemory } from './monkey/page-memory.ts';
import { letLoose } from './monkey/run.ts';

const maxPageMB = 150;
const { values } = parseArgs({
  options: {
    actions: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    figure: { type: 'string' },
    engine: { type: 'string' },
    memory: { type: 'boolean', default: false },
  },
});
// Pages of one figure have those of the chapters again.
const pages = globSync('**/index.html', { cwd: 'dist', exclude: ['figures/**', 'talk/**'] })
  .map((file) => ({
    path: file.replaceAll('\\', '/').replace(/index\.html$/, ''),
    figures: [
      ...new Set(
        Array.from(
          readFileSync(`dist/${file}`, 'utf8').matchAll(/data-figure="([^"]+)"/g),
          ([, figure]) => figure,
        ),
      ),
    ],
  }))
  .filter(({ figures }) => figures.some((figure) => (values.figure ?? figure) === figure));
if (pages.length === 0) {
  process.stderr.write(
    'No such figure in dist. Run npm run build first, and look for data-figure in its pages.\n',
  );
  process.exit(2);
}

const server = await preview({ configFile: false, logLevel: 'warn', build: { outDir: 'dist' } });
const [address] = server.resolvedUrls?.local ?? [];
const { executablePath } = await findBrowser();
const browser = await chromium.launch({ executablePath });
const failed = await (values.memory ? measurePages(browser) : letAllLoose(browser));
await browser.close();
await server.close();
process.exitCode = failed > 0 ? 1 : 0;

async function letAllLoose(at: Browser): Promise<number> {
  const engines = (['tfjs', 'onnx'] as const).filter((engine) => (values.engine ?? engine) === engine);
  let numFailed = 0;
  for (const { path, figures } of pages) {
    for (const figure of figures.filter((name) => (values.figure ?? name) === name)) {
      for (const engine of engines) {
        for (const size of sizes) {
          const task = { url: address + path, figure, engine, size, seed: Number(values.seed) };
          const report = await letLoose(at, { ...task, numActions: Math.ceil(Number(values.actions) / 2) });
          if (report.faults.length > 0) numFailed++;
          const tensors = report.tensors.map((count) => count ?? '–').join(' → ');
          const verdict = report.faults.length > 0 ? 'FAILED' : 'ok    ';
          const heap = `${(report.heapGrowth / 1e6).toFixed(1)} MB`;
          process.stdout.write(
            `${verdict} ${figure} in /${path}, ${engine}, ${size.width} px, seed ${values.seed}: heap ${heap}, tensors ${tensors}\n`,
          );
          for (const fault of report.faults) process.stdout.write(`       ${fault}\n`);
        }
      }
    }
  }
  return numFailed;
}

async function measurePages(at: Browser): Promise<number> {
  let numOver = 0;
  for (const { path } of pages) {
    const megabytes = (await pageMemory(at, address + path)) / 1e6;
    const isOver = megabytes > maxPageMB;
    if (isOver) numOver++;
    process.stdout.write(
      `${isOver ? 'OVER' : 'ok  '} /${path}: ${megabytes.toFixed(0)} MB of ${maxPageMB}\n`,
    );
  }
  return numOver;
}
