import { existsSync } from 'node:fs';
import sharp, { type Region } from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawCard } from '../../../../../src/components/build/draw-card.ts';
import { cardAddress, cardName, cardSize, pictureOf } from '../../../../../src/components/layout/cards.ts';
import { bookPages, chapters, cover } from '../../../../../src/components/layout/contents.ts';

describe('a card', () => {
  it('has the whole address, as whoever shows it needs', () => {
    const site = new URL('https://name.example/');
    expect(cardAddress(cover, site)).toBe('https://name.example/cards/home.png');
    expect(cardAddress(chapters[0], site)).toBe('https://name.example/cards/method.png');
  });

  it('belongs to one page, and shows what a model that is there drew', () => {
    expect(new Set(bookPages.map(cardName)).size).toBe(bookPages.length);
    const missing = bookPages.map(pictureOf).filter((picture) => !existsSync(`public/models/${picture}`));
    expect(missing).toEqual([]);
  });

  it('is a small picture of the size that is asked for, with words at the left and a drawing at the right', async () => {
    const card = await drawCard(cover);
    const { width, height } = await sharp(card).metadata();
    expect({ width, height }).toEqual(cardSize);
    expect(card.length).toBeLessThan(100_000);
    expect(await darkest(card, { left: 80, top: 160, width: 400, height: 200 })).toBeLessThan(80);
    expect(await darkest(card, { left: 700, top: 160, width: 400, height: 200 })).toBeLessThan(80);
    expect(await darkest(card, { left: 80, top: 430, width: 400, height: 200 })).toBeGreaterThan(200);
  });

  it('keeps its longest word beside the drawing, as the narrow face of the pages does', async () => {
    const longest = bookPages.find(({ title }) => title === 'Reconstructions') ?? cover;
    const between = { left: 605, top: 160, width: 40, height: 300 };
    expect(await darkest(await drawCard(longest), between)).toBeGreaterThan(200);
  });
});

/** The least of the red in a part of a picture, from 0 to 255. */
async function darkest(picture: Buffer, part: Region): Promise<number> {
  const { channels } = await sharp(await sharp(picture).extract(part).toBuffer()).stats();
  return channels[0].min;
}
