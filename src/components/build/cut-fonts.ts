/**
 * Fonts of installed packages, cut to what the pages use of them: a provider for the `fonts` of Astro's configuration. A whole Latin face weighs about
 * twice as much, and a first visit waits for it. tests/e2e/fonts.test.ts holds the cut faces to the built pages.
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FontProvider } from 'astro';
import subsetFont from 'subset-font';

export interface CutVariant {
  /** A file of a package, by its name in an import. */
  readonly from: string;
  /** As in CSS. */
  readonly weight: string;
  /** Of a variable face: it is cut to the weights above. */
  readonly axis?: 'wght';
  readonly style: 'normal' | 'italic';
  readonly display: 'optional' | 'swap';
  /** Ends of the only characters that it is for; without it, all of the pages. */
  readonly range?: readonly [first: number, last: number];
}

interface CutOptions {
  readonly variants: readonly CutVariant[];
}

/** The features that browsers apply by themselves, and the figures of tables and labels. */
const features = ['kern', 'liga', 'clig', 'calt', 'rlig', 'ccmp', 'locl', 'mark', 'mkmk', 'lnum', 'tnum'];

const ascii = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i));
/** What Markdown and HTML make of plainer signs: spaces, quotes, dashes. */
const typographic = ['\u00a0', '\u2009', '‘', '’', '“', '”', '–', '—', '…'];

/** Every character that stands anywhere in the site's sources: more than a page shows, and nothing to keep up by hand. */
function charactersOf(root: string): string[] {
  const sources = globSync('src/**/*.{astro,mdx,ts,tsx,css}', { cwd: root });
  const found = new Set([...ascii, ...typographic]);
  for (const path of sources)
    for (const character of readFileSync(join(root, path), 'utf8')) found.add(character);
  return [...found].sort();
}

export function cutFonts(): FontProvider<CutOptions> {
  let root = '';
  return {
    name: 'cut',
    init(context) {
      root = fileURLToPath(context.root);
    },
    async resolveFont({ options = { variants: [] } }) {
      const characters = charactersOf(root);
      const fonts = options.variants.map(async ({ style, display, range, ...source }) => ({
        weight: source.weight,
        style,
        display,
        src: [{ url: await cut(root, source, within(characters, range)) }],
        ...(range && { unicodeRange: [unicodeRange(range)] }),
      }));
      return { fonts: await Promise.all(fonts) };
    },
  };
}

const within = (characters: readonly string[], range?: CutVariant['range']): readonly string[] =>
  range
    ? characters.filter((c) => c >= String.fromCodePoint(range[0]) && c <= String.fromCodePoint(range[1]))
    : characters;

const unicodeRange = (ends: readonly number[]): string =>
  `U+${ends.map((code) => code.toString(16).toUpperCase().padStart(4, '0')).join('-')}`;

/** Writes the cut face beside other things that can be made again; its name holds all that decides its bytes. */
async function cut(
  root: string,
  { from, weight, axis }: Pick<CutVariant, 'from' | 'weight' | 'axis'>,
  characters: readonly string[],
): Promise<string> {
  const whole = readFileSync(createRequire(join(root, 'package.json')).resolve(from));
  const [min, max] = weight.split(' ').map(Number);
  const face = await subsetFont(whole, characters.join(''), {
    targetFormat: 'woff2',
    keepFeatures: features,
    noHinting: true,
    ...(axis && { variationAxes: { [axis]: { min, max } } }),
  });
  const folder = join(root, 'node_modules', '.cache', 'cut-fonts');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${createHash('sha256').update(face).digest('hex').slice(0, 16)}.woff2`);
  writeFileSync(path, face);
  return path;
}
