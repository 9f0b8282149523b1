/** Read once, a page is there without a network; what is kept is whole and of one build. Everywhere else service workers are blocked (playwright.config.ts). */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { keptCache, type BuildTable } from '../../src/offline/kept-files.ts';
import { chooseSigma, expectLive, figureOn, openLive, transferGrid } from '../support/e2e/figures.ts';
import { startStaticHost, type Answer, type StaticHost } from '../support/e2e/static-host.ts';
import { expect, test as base, wideOnly } from '../support/e2e/test.ts';

const [tableFile] = readdirSync('dist').filter((file) => /^build-.*\.json$/.test(file));
const manifest = '/models/glo-mnist-lord-sigma1/manifest.json';

/** The next build: the same pages under another title, and one checkpoint with another. */
function renewed(answer: Answer, path: string): Answer {
  const replaced = (what: string | RegExp, by: string): Answer => ({
    ...answer,
    body: Buffer.from(answer.body.toString().replaceAll(what, by)),
  });
  if (path.endsWith('/')) return replaced(' | GLO, explained</title>', ' | GLO, renewed</title>');
  if (path === manifest) return replaced(/"title": "[^"]*"/g, '"title": "Renewed"');
  if (path === '/sw.js') return replaced(tableFile, 'build-renewed.json');
  if (path !== '/build-renewed.json') return answer;
  const table = JSON.parse(readFileSync(`dist/${tableFile}`, 'utf8')) as BuildTable;
  const entries = Object.entries(table).map(([file, hash]) => {
    const served = `/${file}`.replace(/\/index\.html$/, '/');
    if (!served.endsWith('/') && served !== manifest) return [file, hash];
    const { body } = renewed({ status: 200, headers: {}, body: readFileSync(`dist/${file}`) }, served);
    return [file, createHash('sha256').update(body).digest('hex')];
  });
  const headers = { 'content-type': 'application/json' };
  return { status: 200, headers, body: Buffer.from(JSON.stringify(Object.fromEntries(entries))) };
}

interface Site extends StaticHost {
  /** From now on the host has the next build. */
  renew(): void;
}

const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    let isRenewed = false;
    const host = await startStaticHost('dist', (answer, path) =>
      isRenewed ? renewed(answer, path) : answer,
    );
    await use({ ...host, renew: () => (isRenewed = true) });
    await host.close();
  },
  baseURL: ({ site }, use) => use(site.url),
});
test.use({ serviceWorkers: 'allow' });

const keptFiles = (page: Page): Promise<string[]> =>
  page.evaluate(async (name) => {
    const cache = await caches.open(name);
    return (await cache.keys()).map(({ url }) => url);
  }, keptCache);

/** Opens the transfer grid for the first time and waits until all that it loaded is kept. */
async function visit(page: Page) {
  const figure = await openLive(page, transferGrid);
  // The last of the scripts comes when the page rests.
  for (const file of [
    'swaps/index.html',
    'codes.safetensors',
    'weights.safetensors',
    '.wasm',
    'search-when-opened',
  ])
    await expect.poll(async () => (await keptFiles(page)).join()).toContain(file);
  return figure;
}

test(
  'what was read once is live without a network, what was not says so',
  wideOnly,
  async ({ page, site, houseRules }) => {
    houseRules.allow(/ERR_CONNECTION_REFUSED|ERR_FAILED|503/);
    await visit(page);
    await site.close();
    await page.reload();
    const figure = figureOn(page, transferGrid);
    await figure.scrollIntoViewIfNeeded();
    await expectLive(figure);
    const kept = page.getByText(/Kept for reading offline: \d+\.\d MB/);
    await expect(kept).toBeVisible();
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect(kept).toBeHidden();
    expect(await keptFiles(page)).toEqual([]);
    await page.goto('samples/');
    await expect(
      page.getByRole('heading', { name: 'This page is not kept for reading offline' }),
    ).toBeVisible();
  },
);

test('a damaged file that is kept is noticed, thrown away and fetched again', wideOnly, async ({ page }) => {
  await visit(page);
  const damaged = await page.evaluate(async (name) => {
    const cache = await caches.open(name);
    const keys = (await cache.keys()).filter(({ url }) => /\.js\?|\.wasm\?|weights/.test(url));
    for (const key of keys) await cache.put(key, new Response('damaged'));
    return keys.map(({ url }) => url);
  }, keptCache);
  expect(damaged.length).toBeGreaterThan(3);
  await page.reload();
  const figure = figureOn(page, transferGrid);
  await figure.scrollIntoViewIfNeeded();
  await expectLive(figure);
});

test(
  'a page keeps to its build while the host has the next, and then all is of that',
  wideOnly,
  async ({ page, site, houseRules }) => {
    houseRules.allow(/409/);
    const figure = await visit(page);
    await chooseSigma(figure, 5);
    site.renew();
    await chooseSigma(figure, 0.3);
    // Its manifest is another there, and was not read before.
    await figure.getByRole('radio', { name: 'σ 1', exact: true }).check();
    await expect(figure).toHaveAttribute('data-state', 'error');
    await figure.getByText('What to do').click();
    await expect(figure.locator('details')).toContainText(
      'The site has changed since this page was opened. Reload the page.',
    );

    await page.goto('samples/');
    await expect(page).toHaveTitle('Samples | GLO, renewed');
    await expect.poll(async () => (await keptFiles(page)).join()).toContain('build-renewed.json');
    const renewedFigure = await openLive(page, transferGrid, 'sigma:1');
    await expect(page).toHaveTitle('Swaps | GLO, renewed');
    await expect(renewedFigure.getByText('Live: preset lord, σ 1,')).toBeVisible();
    const kept = await keptFiles(page);
    expect(kept.filter((url) => url.includes('swaps/index.html'))).toHaveLength(1);
  },
);
