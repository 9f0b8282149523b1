/**
 * Makes sw.js of the service worker, and the table of this build that it reads: every file with its hash, but checkpoints, whose addresses have
 * it. For astro.config.mjs, as the last of all, because it hashes what the others wrote.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import type { BuildTable } from '../../offline/kept-files.ts';

/** Enough to tell files of one path apart, and to notice damage. */
const numDigits = 16;
const elsewhere = /(?:\.safetensors|\.onnx|\.jsonl)$/;

const hashOf = (bytes: string | Buffer): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, numDigits);

export async function tableOfFolder(folder: string): Promise<BuildTable> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
    .filter((path) => !elsewhere.test(path))
    .sort();
  const hashes = await Promise.all(
    paths.map(async (path) => [path, hashOf(await readFile(join(folder, path)))] as const),
  );
  return Object.fromEntries(hashes);
}

export const offline: AstroIntegration = {
  name: 'offline',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const out = fileURLToPath(dir);
      const table = JSON.stringify(await tableOfFolder(out));
      const tableFile = `build-${hashOf(table)}.json`;
      await writeFile(join(out, tableFile), table);
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define: { tableFile: JSON.stringify(tableFile) },
        build: {
          outDir: out,
          emptyOutDir: false,
          rolldownOptions: {
            input: fileURLToPath(new URL('../../offline/service-worker.ts', import.meta.url)),
            output: { format: 'iife', entryFileNames: 'sw.js' },
          },
        },
      });
    },
  },
};
