/** The site as it is built where there is neither MNIST nor a network: in a copy of the project, because MNIST may be beside this one. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';

const parts = ['src', 'public', 'training', 'docs', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** Nobody listens there. */
const nowhere = 'http://127.0.0.1:9';

/** Of the source, as this build is told. */
export const builtSourceUrl = 'https://source.example/glo';

export interface OfflineBuild {
  readonly dist: string;
  /** What the build printed. */
  readonly output: string;
}

/** @param folder inside this project, whose packages it shares. */
export async function buildOffline(folder: string): Promise<OfflineBuild> {
  await Promise.all(parts.map((part) => cp(part, join(folder, part), { recursive: true })));
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [resolve('node_modules/astro/bin/astro.mjs'), 'build'],
    {
      cwd: folder,
      env: {
        ...process.env,
        MNIST_DIR: '',
        BASE_PATH: '',
        SOURCE_URL: builtSourceUrl,
        NODE_USE_ENV_PROXY: '1',
        HTTPS_PROXY: nowhere,
      },
    },
  );
  return { dist: join(folder, 'dist'), output: stdout + stderr };
}

/** Answers the page's requests from a folder in place of the server. */
export const serveFrom = (page: Page, folder: string): Promise<unknown> =>
  page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    const path = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
  });
