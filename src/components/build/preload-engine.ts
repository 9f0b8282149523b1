/**
 * Names, first in the head of every built page that begins with a live figure, the script that starts the engine. Without that the browser finds it
 * in another, a round trip later, and has asked for fonts and all other scripts by then. It weighs 2 KB. Worker, runtime and model need no hint: the
 * engine asks for them at once. For astro.config.mjs.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withBase } from '../layout/links.ts';

/** Its name in the build; astro.config.mjs makes it one file. */
const script = /^start-engine\..*\.js$/;

/** `base`: of the site, as in Astro's configuration. */
export const preloadEngine = (base: string): AstroIntegration => ({
  name: 'preload-engine',
  hooks: {
    'astro:build:done': async ({ dir, pages }) => {
      const out = fileURLToPath(dir);
      const assets = await readdir(`${out}_astro`);
      const found = assets.filter((file) => script.test(file));
      if (found.length !== 1) {
        throw new Error(
          `The build has ${found.length} scripts like ${script.source}, and preload-engine.ts expects one.`,
        );
      }
      const tag = `<script type="module" async src="${withBase(`_astro/${found[0]}`, base)}"></script>`;
      for (const { pathname } of pages) {
        const path = `${out}${pathname === '404/' ? '404.html' : `${pathname}index.html`}`;
        const html = await readFile(path, 'utf8');
        if (!html.includes('data-checkpoint="')) continue;
        const [charset] = /<meta charset="[^"]*"\/?>/.exec(html) ?? [];
        if (!charset) throw new Error(`${path} names no charset, behind which preload-engine.ts writes.`);
        await writeFile(path, html.replace(charset, charset + tag));
      }
    },
  },
});
