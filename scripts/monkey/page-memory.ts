/** What a page takes on a phone once it was scrolled through: its renderer's private memory, scripts, pictures, worker and WebAssembly. Linux alone. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';

interface Process {
  readonly type: string;
  readonly id: number;
}

/** In bytes. @throws where the system does not tell it. */
export async function pageMemory(browser: Browser, url: string): Promise<number> {
  const devtools = await browser.newBrowserCDPSession();
  const renderers = async (): Promise<number[]> => {
    const { processInfo } = (await devtools.send('SystemInfo.getProcessInfo')) as {
      processInfo: readonly Process[];
    };
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  };
  const before = new Set(await renderers());
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    await page.goto(url);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let top = 0; top < height; top += 500) {
      await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
      await page.waitForTimeout(150);
    }
    await page.waitForTimeout(2000);
    const session = await context.newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const own = (await renderers()).filter((id) => !before.has(id));
    return own.reduce((sum, id) => sum + privateBytes(id), 0);
  } finally {
    await context.close();
    await devtools.detach();
  }
}

function privateBytes(id: number): number {
  const told = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
  return Array.from(
    told.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm),
    ([, kB]) => Number(kB) * 1024,
  ).reduce((sum, bytes) => sum + bytes, 0);
}
