/** The faces are cut to the characters of the sources, and no character that a built page shows may lose its glyph. */
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parseHTML } from 'linkedom';
import { faces } from '../../src/components/build/faces.ts';
import { charactersOfFont } from '../support/font-characters.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const { resolve } = createRequire(import.meta.url);

/** All that pages say, and all that their scripts may write into them. */
function shownCharacters(): Set<string> {
  const shown = new Set<string>();
  for (const path of globSync('dist/**/*.html')) {
    const { document } = parseHTML(readFileSync(path, 'utf8'));
    // Formulas are set in faces of their own.
    for (const other of document.querySelectorAll('script, style, .katex')) other.remove();
    for (const character of document.documentElement.textContent) shown.add(character);
  }
  // Pagefind's box holds the words of every language; workers and React write nothing.
  const scripts = globSync('dist/_astro/*.js').filter(
    (path) => !/\/(?:ui-core|client|[\w-]+\.worker)\W/.test(path),
  );
  for (const path of scripts) {
    const code = readFileSync(path, 'utf8');
    for (const character of code) shown.add(character);
    for (const [, hex] of code.matchAll(/\\u([0-9a-f]{4})/gi))
      shown.add(String.fromCharCode(parseInt(hex, 16)));
  }
  return shown;
}

const shown = shownCharacters();
const codeOf = (character: string): number => character.codePointAt(0) ?? 0;

for (const { name, provider, options } of faces) {
  test(`${name} has every character of the pages that it ever had`, wideOnly, async () => {
    await provider.init?.({ root: pathToFileURL('./') } as never);
    const resolved = await provider.resolveFont({ options } as never);
    expect(resolved?.fonts).toHaveLength(options.variants.length);
    for (const [i, { from, range = [0, 0x10ffff] }] of options.variants.entries()) {
      const source = resolved?.fonts.at(i)?.src.at(0);
      if (!source || !('url' in source)) throw new Error(`${from} was not cut.`);
      const before = charactersOfFont(readFileSync(resolve(from)));
      const after = charactersOfFont(readFileSync(source.url));
      const wanted = [...shown].filter((character) => {
        const code = codeOf(character);
        return code >= range[0] && code <= range[1] && before.has(code);
      });
      expect(wanted.length).toBeGreaterThan(1);
      expect(wanted.filter((character) => !after.has(codeOf(character)))).toEqual([]);
    }
  });
}

test('the faces that a page fetches are those', wideOnly, async ({ page }) => {
  await page.goto('');
  await page.getByText('Set in Newsreader and Source Sans').scrollIntoViewIfNeeded();
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return Array.from(document.fonts)
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family);
  });
  for (const { name } of faces) expect(loaded.some((family) => family.includes(name))).toBe(true);
});
