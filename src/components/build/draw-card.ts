/** Draws the card of a page: its title in the face of the pages, beside what a model drew. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import subsetFont from 'subset-font';
import { modelsFolder } from '../../contract/ids.ts';
import { cardSize, pictureOf } from '../layout/cards.ts';
import { bookPages, siteTitle, type Chapter } from '../layout/contents.ts';
import { paperColour } from '../layout/icons.ts';

const ink = { title: '#1d1b17', site: '#27468c' };
const edge = 80;
/** Of the picture's square, which is at the right. */
const side = cardSize.height - 2 * edge;
const textWidth = cardSize.width - 3 * edge - side;

/** The page's face as a file that Pango reads, which does not know woff2. */
async function writeFace(): Promise<string> {
  const from = createRequire(import.meta.url).resolve(
    '@fontsource/newsreader/files/newsreader-latin-400-normal.woff2',
  );
  const characters = bookPages.map(({ title }) => title).join('') + siteTitle;
  const face = await subsetFont(readFileSync(from), characters, {
    targetFormat: 'truetype',
    keepFeatures: ['kern', 'liga'],
    noHinting: true,
  });
  const file = join(mkdtempSync(join(tmpdir(), 'glo-face-')), 'newsreader.ttf');
  writeFileSync(file, face);
  return file;
}

let face: Promise<string> | undefined;

async function drawText(text: string, { size, colour }: { size: number; colour: string }): Promise<Buffer> {
  face ??= writeFace();
  // The face calls itself so.
  const line = {
    font: `Newsreader 16pt 16pt, ${size}`,
    fontfile: await face,
    width: textWidth,
    dpi: 72,
    rgba: true,
  };
  return sharp({ text: { text: `<span foreground="${colour}">${text}</span>`, ...line } })
    .png()
    .toBuffer();
}

/** A PNG of `cardSize`. */
export async function drawCard(page: Chapter): Promise<Buffer> {
  const [title, site, picture] = await Promise.all([
    drawText(page.title, { size: 76, colour: ink.title }),
    drawText(siteTitle, { size: 32, colour: ink.site }),
    sharp(`${modelsFolder}/${pictureOf(page)}`)
      .resize(side, side, { fit: 'contain', background: '#0000' })
      .png()
      .toBuffer(),
  ]);
  return sharp({ create: { ...cardSize, channels: 3, background: paperColour.light } })
    .composite([
      { input: site, left: edge, top: edge },
      { input: title, left: edge, top: edge + 80 },
      { input: picture, left: cardSize.width - edge - side, top: edge },
    ])
    .png({ compressionLevel: 9, palette: true, colours: 16 })
    .toBuffer();
}
