/**
 * `node scripts/faces/learned.ts [<folder>]`: what three models drew of the faces, cut from the previews that the commands of the page on own
 * pictures leave in the folder (runs/models unless said), as the picture of that page.
 */
import sharp from 'sharp';

const [folder = 'runs/models'] = process.argv.slice(2);
const [side, columns] = [64, 6];

/** Of each: a row of a preview. */
const rows = [
  ['vae-pictures-conv-variance0.0001', 1],
  ['gan-pictures-dcgan-noise0.1', 0],
  ['glo-pictures-lord-sigma0.3', 0],
  ['glo-pictures-lord-sigma0.3', 1],
] as const;

const strips = rows.map(async ([id, row], i) => ({
  input: await sharp(`${folder}/${id}/preview-samples.png`)
    .extract({ left: 0, top: row * side, width: columns * side, height: side })
    .toBuffer(),
  left: 0,
  top: i * side,
}));
const sheet = { width: columns * side, height: rows.length * side, channels: 3, background: '#fff' } as const;
await sharp({ create: sheet })
  .composite(await Promise.all(strips))
  .png({ palette: true, colours: 128 })
  .toFile('src/components/figures/pictures/learned-faces.png');
