/** Builds a folder with one page.html as Vite builds the site, and serves it: for benchmarks and tests of code in a real browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

export interface ServedPage {
  readonly url: string;
  /** What is served lies here. */
  readonly folder: string;
  close(): Promise<void>;
}

/** `folder` holds page.html; the checkpoints are under `/models/` as in the site. */
export async function servePage(folder: string): Promise<ServedPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'glo-page-'));
  const common = { configFile: false, root: folder, logLevel: 'warn' } as const;
  await build({
    ...common,
    publicDir: fileURLToPath(new URL('../public', import.meta.url)),
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(folder, 'page.html') } },
  });
  const server = await preview({ ...common, build: { outDir } });
  const [address] = server.resolvedUrls?.local ?? [];
  return {
    url: new URL('page.html', address).href,
    folder: outDir,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
