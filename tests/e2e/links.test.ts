/** Every address that a built page names on this site exists, down to the anchor. */
import { sitePages } from '../support/e2e/pages.ts';
import { expect, test, wideAndUnderBase } from '../support/e2e/test.ts';

test(
  'links, pictures, scripts and styles all exist, and anchors too',
  wideAndUnderBase,
  async ({ request, baseURL }) => {
    const base = new URL(baseURL ?? '');
    const texts = new Map<string, Promise<string | undefined>>();
    /** The file's text; undefined where there is none. */
    const read = (address: string): Promise<string | undefined> => {
      const known = texts.get(address) ?? request.get(address).then((r) => (r.ok() ? r.text() : undefined));
      texts.set(address, known);
      return known;
    };

    const broken: string[] = [];
    for (const { path } of [...sitePages, { path: '404.html' }]) {
      const page = new URL(path, base);
      const html = (await read(page.href)) ?? '';
      const named = html.matchAll(/\s(?:href|src|component-url|renderer-url)="([^"]+)"/g);
      for (const name of new Set(Array.from(named, ([, address]) => address.replaceAll('&amp;', '&')))) {
        const url = new URL(name, page);
        if (url.origin !== base.origin) continue;
        if (!url.pathname.startsWith(base.pathname)) broken.push(`${path}: ${name} leaves the base`);
        const anchor = decodeURIComponent(url.hash.slice(1));
        url.hash = '';
        const text = await read(url.href);
        if (text === undefined) broken.push(`${path}: ${name} is missing`);
        else if (anchor && !anchor.startsWith('fig-') && !text.includes(`id="${anchor}"`)) {
          broken.push(`${path}: ${name} names no anchor`);
        }
      }
    }
    expect(broken).toEqual([]);
    expect(texts.size).toBeGreaterThan(20);
  },
);
