/**
 * Names, in the head of every page that begins with a live figure, the scripts that start the engine. Without that the browser
 * finds each of them in another, a round trip after it. The worker, the runtime and the model need no hint: the engine asks for them at once.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** By their names in the build. */
const needed = [/^start-engine\..*\.js$/, /^page-engine\..*\.js$/];

export const preloadEngine = {
  name: 'preload-engine',
  hooks: {
    'astro:build:done': async ({ dir, pages }) => {
      const out = fileURLToPath(dir);
      const base = `${(process.env.BASE_PATH || '/').replace(/\/$/, '')}/`;
      const assets = await readdir(`${out}_astro`);
      const links = needed.map((name) => {
        const found = assets.filter((file) => name.test(file));
        if (found.length === 1) return `<link rel="modulepreload" href="${base}_astro/${found[0]}">`;
        throw new Error(
          `The build has ${found.length} files like ${name}, and astro.preload.mjs expects one.`,
        );
      });
      for (const { pathname } of pages) {
        const path = `${out}${pathname === '404/' ? '404.html' : `${pathname}index.html`}`;
        const html = await readFile(path, 'utf8');
        if (!html.includes('data-checkpoint="')) continue;
        await writeFile(path, html.replace('</head>', `${links.join('')}</head>`));
      }
    },
  },
};
