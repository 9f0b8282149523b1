/** One monkey at one figure: the same actions twice, so that what the first time loaded is there the second time, and what grows is a leak. */
import type { Browser } from 'playwright';
import { createRandom } from '../../src/numerics/random.ts';
import { actOnce, type sizes } from './actions.ts';
import { faultsOf, heapBytes, tensorsOf, watchPage } from './watch.ts';

export interface MonkeyTask {
  /** Of the page, with the site's address. */
  readonly url: string;
  readonly figure: string;
  readonly engine: 'tfjs' | 'onnx';
  readonly size: (typeof sizes)[number];
  readonly seed: number;
  /** In each of the two rounds. */
  readonly numActions: number;
}

export interface MonkeyReport {
  readonly faults: readonly string[];
  readonly heapGrowth: number;
  /** After each round. */
  readonly tensors: readonly (number | undefined)[];
}

const maxHeapGrowth = 5e6;
/** Checkpoints that the second round loads in another order hold tensors of their own, as many as 21 of them have. */
const maxTensorGrowth = 21 * 30;
/** As the site stores it (src/engine/setting.ts). */
const engineKey = 'glo-engine';

export async function letLoose(browser: Browser, task: MonkeyTask): Promise<MonkeyReport> {
  const context = await browser.newContext({ viewport: task.size, serviceWorkers: 'block' });
  try {
    await context.addInitScript(([key, engine]) => localStorage.setItem(key, engine), [
      engineKey,
      task.engine,
    ] as const);
    const page = await context.newPage();
    const complaints = watchPage(page);
    await page.goto(task.url);
    const devtools = await context.newCDPSession(page);
    const figure = page.locator(`[data-figure="${task.figure}"]`).first();
    await figure.scrollIntoViewIfNeeded();
    const heaps: number[] = [];
    const tensors: (number | undefined)[] = [];
    const faults: string[] = [];
    for (const round of ['first', 'second']) {
      const random = createRandom(task.seed);
      for (let i = 0; i < task.numActions; i++) await actOnce(page, figure, random);
      faults.push(...(await faultsOf(figure)).map((fault) => `${round} round: ${fault}`));
      heaps.push(await heapBytes(devtools));
      tensors.push(await tensorsOf(page));
    }
    const heapGrowth = heaps[1] - heaps[0];
    if (heapGrowth > maxHeapGrowth) faults.push(`the heap grew by ${(heapGrowth / 1e6).toFixed(1)} MB`);
    const [before = 0, after = 0] = tensors;
    if (before > 0 && after - before > maxTensorGrowth) faults.push(`tensors: ${before}, then ${after}`);
    const own = complaints.filter((line) => !line.includes('Service Worker registration blocked'));
    return { faults: [...faults, ...new Set(own)], heapGrowth, tensors };
  } finally {
    await context.close();
  }
}
