/**
 * Puts figures and claims where pages ask for them (components/figures/alone/FigureHere.astro, talk/Slide.astro): the very ones of the
 * chapters, cut out of the built pages. For astro.config.mjs, before whatever hashes pages.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { figureOf, figures } from '../layout/figures.ts';
import { withBase } from '../layout/links.ts';
import { cutFigure, mapPage, type CutFigure } from './cut-figure.ts';

const place = /<div[^>]*\sdata-figure-here="([^"]+)"[^>]*>.*?<\/div>/gs;

const claimPlace = /<div[^>]*\sdata-claim-here="([^"]+)"[^>]*><\/div>/g;

/** The page with a figure in every place, and what it needs where the page has it not. */
export function withFigures(html: string, cut: (id: string) => CutFigure): string {
  const wanted = new Map(Array.from(html.matchAll(place), ([, id]) => [id, cut(id)]));
  const missing = (parts: (figure: CutFigure) => readonly string[]): string =>
    [...new Set([...wanted.values()].flatMap(parts))].filter((part) => !html.includes(part)).join('');
  let scripts = missing((figure) => figure.scripts);
  return html
    .replace(place, (_, id: string) => {
      const before = scripts;
      scripts = '';
      return before + (wanted.get(id)?.html ?? '');
    })
    .replace('</head>', (end) => missing((figure) => figure.styles) + end);
}

/** `base`: of the site, as in Astro's configuration. */
export const placeFigures = (base: string): AstroIntegration => ({
  name: 'place-figures',
  hooks: {
    'astro:build:done': async ({ dir, pages }) => {
      const out = fileURLToPath(dir);
      const read = (slug: string): Promise<string> =>
        readFile(`${out}${slug && `${slug}/`}index.html`, 'utf8');
      const slugs = [...new Set(figures.map(({ page }) => page))];
      const maps = new Map(
        await Promise.all(
          slugs.map(async (slug) => {
            const ids = figures.filter(({ page }) => page === slug).map(({ id }) => id);
            return [slug, mapPage(await read(slug), new Set(ids))] as const;
          }),
        ),
      );
      const cut = (id: string): CutFigure => {
        const slug = figureOf(id).page;
        const map = maps.get(slug);
        if (!map) throw new Error(`No page was built for the figure "${id}".`);
        return cutFigure(map, id, withBase(slug && `${slug}/`, base));
      };
      const claims = new Map([...maps.values()].flatMap((map) => [...map.claims]));
      const claim = (id: string): string => {
        const text = claims.get(id);
        if (text === undefined) throw new Error(`No page with figures has the claim "${id}".`);
        return text;
      };
      for (const { pathname } of pages) {
        if (!/^(?:figures|talk)\//.test(pathname)) continue;
        const path = `${out}${pathname}index.html`;
        const page = withFigures(await readFile(path, 'utf8'), cut);
        await writeFile(
          path,
          page.replace(claimPlace, (_, id: string) => claim(id)),
        );
      }
    },
  },
});
