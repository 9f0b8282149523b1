/** The faces of the pages, for the `fonts` of astro.config.mjs; Head.astro names those that a page fetches at once. */
import { cutFonts, type CutVariant } from './cut-fonts.ts';

/**
 * A face of the first screen is there when the page is first painted, or the page keeps its fallback: text that changes
 * its face moves what stands below it.
 */
const firstScreen = 'optional';

const newsreader = (
  weight: '400' | '600',
  style: CutVariant['style'],
  display: CutVariant['display'],
): CutVariant => ({
  from: `@fontsource/newsreader/files/newsreader-latin-${weight}-${style}.woff2`,
  weight,
  style,
  display,
});

/**
 * Greek letters in text and labels are the formulas' own: neither face has them, and σ should look the same everywhere.
 * They are slanted as they are, so the italic is the same file; and no weight is to be made up.
 */
const greek = (style: CutVariant['style']): CutVariant => ({
  from: 'katex/dist/fonts/KaTeX_Math-Italic.woff2',
  weight: '1 1000',
  style,
  display: 'swap',
  range: [0x391, 0x3c9],
});

const provider = cutFonts();

const face = (name: string, cssVariable: string, fallbacks: string[], variants: readonly CutVariant[]) => ({
  name,
  cssVariable,
  provider,
  fallbacks,
  options: { variants },
});

export const faces = [
  face('Greek', '--font-greek', [], [greek('normal'), greek('italic')]),
  face(
    'Newsreader',
    '--font-newsreader',
    ['serif'],
    [
      newsreader('400', 'normal', firstScreen),
      newsreader('400', 'italic', firstScreen),
      newsreader('600', 'normal', 'swap'),
    ],
  ),
  face(
    'Source Sans 3',
    '--font-source-sans',
    ['sans-serif'],
    [
      {
        from: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
        weight: '400 700',
        axis: 'wght',
        style: 'normal',
        display: firstScreen,
      },
    ],
  ),
];
