/** What a monkey must not do to a figure, looked at from outside: by the console, by what the figure says and shows, by the browser's memory. */
import type { CDPSession, Locator, Page } from 'playwright';

/** Complaints of the page from now on, one line each. */
export function watchPage(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('crash', () => complaints.push('the page crashed'));
  return complaints;
}

const settleMs = 15_000;

/** What is wrong with a figure that has come to rest, if anything is. */
export async function faultsOf(figure: Locator): Promise<string[]> {
  const faults: string[] = [];
  const state = async () => (await figure.getAttribute('data-state')) ?? 'ready';
  const end = Date.now() + settleMs;
  while ((await state()) !== 'ready' && Date.now() < end) await figure.page().waitForTimeout(100);
  if ((await state()) !== 'ready') {
    const said = await figure
      .locator('.figure-status')
      .first()
      .textContent({ timeout: 500 })
      .catch(() => '');
    faults.push(`is ${await state()} at the end: ${said?.trim() ?? ''}`);
  }
  const text = (await figure.textContent()) ?? '';
  const wrong = /.{0,20}\b(?:NaN|Infinity|undefined)\b.{0,20}/.exec(text);
  if (wrong) faults.push(`says “${wrong[0].trim()}”`);
  const blank = await figure.locator('canvas.ink').evaluateAll(
    (canvases) =>
      (canvases as HTMLCanvasElement[]).filter((canvas) => {
        // A copy, so that the figure's own canvas is not read.
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
        copy?.drawImage(canvas, 0, 0);
        const pixels = copy?.getImageData(0, 0, canvas.width, canvas.height).data;
        return pixels?.every((value, i) => i % 4 !== 3 || value === 0) ?? false;
      }).length,
  );
  if (blank > 0) faults.push(`is ready, and ${blank} of its pictures are blank`);
  return faults;
}

/** Of the page's scripts after garbage is collected, in bytes. */
export async function heapBytes(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}

/** In the engine's worker, which tells it (src/engine/tfjs-worker-program.ts); undefined where none runs. */
export async function tensorsOf(page: Page): Promise<number | undefined> {
  for (const worker of page.workers()) {
    const count = await worker.evaluate(() => (self as { numTensors?: () => number }).numTensors?.());
    if (count !== undefined) return count;
  }
  return undefined;
}
