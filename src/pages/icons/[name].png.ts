/** The icons of the installed site. */
import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { icons, paperColour } from '../../components/layout/icons.ts';

export const getStaticPaths = (() =>
  icons.map((icon) => ({ params: { name: icon.name }, props: icon }))) satisfies GetStaticPaths;

/** A system may cut a maskable icon to a circle of four fifths of its width. */
const inside = { any: 0.875, maskable: 0.55 };

export const GET: APIRoute<(typeof icons)[number]> = async ({ props: { size, purpose } }) => {
  const mark = Math.round(size * inside[purpose]);
  const drawn = await sharp(await readFile('public/favicon.svg'), { density: 72 * 16 })
    .resize(mark, mark)
    .toBuffer();
  const icon = await sharp({
    create: { width: size, height: size, channels: 3, background: paperColour.light },
  })
    .composite([{ input: drawn }])
    .png({ compressionLevel: 9 })
    .toBuffer();
  return new Response(Uint8Array.from(icon));
};
