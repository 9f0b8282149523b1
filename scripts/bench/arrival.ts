/**
 * How soon a page is there on a phone with a slow line: its text, the pictures of its first figure, and that figure alive. Opens the built site
 * (`npm run build`) in a browser 360 pixels wide whose main thread is slowed down; the worker of the models is not, which no browser can.
 */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { findBrowser } from '../browser.ts';
import { serveSlowly, type Line, type Sent } from './slow-line.ts';

const dist = 'dist';
const slowdown = 4;
const lines: readonly (Line & { readonly name: string })[] = [
  { name: '1.6 Mbit/s, 150 ms', bitsPerSecond: 1_600_000, latencyMs: 150 },
  { name: '400 kbit/s, 150 ms', bitsPerSecond: 400_000, latencyMs: 150 },
];
const pages = [
  { name: 'home', path: '' },
  { name: 'swaps', path: 'swaps/' },
] as const;

export interface Arrival {
  readonly name: string;
  /** First contentful paint, the first figure's pictures, and its first live picture, in milliseconds. */
  readonly textMs: number;
  readonly picturesMs: number;
  readonly liveMs: number;
  /** Sent until the first figure is alive, by kind. */
  readonly bytes: Readonly<Record<string, number>>;
}

const kindOf = ({ path }: Sent): string =>
  path.endsWith('.woff2')
    ? 'fonts'
    : /worker|\.wasm$/.test(path)
      ? 'runtime'
      : /^\/models\/.*\.(?:safetensors|json)$/.test(path)
        ? 'models'
        : path.endsWith('.png')
          ? 'pictures'
          : path.endsWith('.js')
            ? 'scripts'
            : 'text and styles';

/** @throws Error when the site has not been built. */
export async function benchArrival(): Promise<Arrival[]> {
  if (!existsSync(`${dist}/index.html`))
    throw new Error('There is no built site. Make it with npm run build.');
  const { executablePath } = await findBrowser();
  const arrivals: Arrival[] = [];
  for (const line of lines) {
    for (const { name, path } of pages) {
      arrivals.push({ name: `${name}, ${line.name}`, ...(await arrivalOf(path, line, executablePath)) });
    }
  }
  return arrivals;
}

async function arrivalOf(path: string, line: Line, executablePath: string): Promise<Omit<Arrival, 'name'>> {
  const served = await serveSlowly(dist, line);
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(served.url + path, { waitUntil: 'commit' });
    const figure = page.locator('[data-figure]').first();
    await figure.waitFor({ state: 'attached' });
    await figure.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await page
      .locator('[data-figure][data-state="ready"]')
      .first()
      .waitFor({ state: 'attached', timeout: 120_000 });
    const bytes: Record<string, number> = {};
    for (const each of served.sent) bytes[kindOf(each)] = (bytes[kindOf(each)] ?? 0) + each.bytes;
    const times = await page.evaluate(() => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
      const pictures = performance
        .getEntriesByType('resource')
        .filter(({ name }) => /preview-\w+\.png/.test(name)) as PerformanceResourceTiming[];
      return { textMs: paint, picturesMs: pictures[0]?.responseEnd ?? NaN, liveMs: performance.now() };
    });
    return { ...times, bytes };
  } finally {
    await browser.close();
    await served.close();
  }
}
