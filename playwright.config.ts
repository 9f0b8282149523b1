/**
 * End-to-end tests in a real browser, against two builds, which `npm test` makes: `dist` at the root and `dist-base` under
 * /repo, without MNIST and with the address of a source; and the library. Before `npm run test:e2e` alone:
 * `npm run build && BASE_PATH=/repo/ ORIGINALS=off SOURCE_URL=https://source.example npm run build -- --outDir dist-base && npm run library`.
 * OTHER_BROWSER=firefox or webkit runs some of them there, on the first build alone.
 */
import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.ts';
import { filesForAll, otherBrowser } from './scripts/other-browser.ts';

const other = otherBrowser(process.env['OTHER_BROWSER']);

async function useChromium() {
  const { executablePath, origin } = await findBrowser();
  if (process.env['TEST_WORKER_INDEX'] === undefined)
    process.stderr.write(`Browser: ${executablePath} (${origin})\n`);
  // The cores are busy with the tests beside: threads that compile and collect would only wait for each other.
  const args = ['--js-flags=--single-threaded --min-semi-space-size=16'];
  return { launchOptions: { executablePath, args } };
}

const serve = (outDir: string, port: number, base: string) => ({
  command: `npx astro preview --ignore-lock --port ${port} --outDir ${outDir}`,
  env: { BASE_PATH: base },
  url: `http://localhost:${port}${base}`,
  reuseExistingServer: false,
});
const ports = { root: 4391, base: 4392 };
const at = (port: number, base: string) => `http://localhost:${port}${base}`;
const wide = { width: 1280, height: 900 };
const narrow = { width: 360, height: 740 };
/** The build at the root, on a wide screen. */
const atRoot = { grepInvert: /@narrow|@base-only/, use: { baseURL: at(ports.root, '/'), viewport: wide } };

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: '100%',
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  // A machine of two cores stalls now and then; `npm test` names what it had to try again.
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    ...(other ? { browserName: other } : await useChromium()),
    screenshot: 'only-on-failure',
    // Each visit is a first one; offline.test.ts allows them.
    serviceWorkers: 'block',
    // Else the server compresses every file anew for every visit.
    extraHTTPHeaders: { 'accept-encoding': 'identity' },
  },
  // Tests without a tag run at both widths. `@wide` marks those that one width says everything about, or that set it themselves;
  // `@narrow` those about touch; `@base` those that run under a base path too, `@base-only` those that run nowhere else.
  projects: other
    ? [{ name: other, testMatch: filesForAll, ...atRoot }]
    : [
        { name: 'wide', ...atRoot },
        {
          name: 'narrow',
          grepInvert: /@wide|@base-only/,
          use: { baseURL: at(ports.root, '/'), viewport: narrow, hasTouch: true },
        },
        { name: 'base-path', grep: /@base/, use: { baseURL: at(ports.base, '/repo/'), viewport: wide } },
      ],
  webServer: [serve('dist', ports.root, '/'), ...(other ? [] : [serve('dist-base', ports.base, '/repo/')])],
});
