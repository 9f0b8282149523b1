/**
 * `npm run faces -- <folder> [<how many>]`: draws faces to try `npm run train -- … --images <folder>` with, half of them in the subfolder
 * `glad` and half in `sad`; 300 unless said.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { drawFace, moods } from '../training/data/faces.ts';

const [folder = '', howMany = '300'] = process.argv.slice(2);
const count = Number(howMany);
if (folder === '' || !(Number.isInteger(count) && count > 0)) {
  console.error(
    'Into which folder? npm run faces -- <folder> [<how many>], for example npm run faces -- faces 300',
  );
  process.exitCode = 2;
} else {
  for (const mood of moods) await mkdir(join(folder, mood), { recursive: true });
  for (let index = 0; index < count; index++) {
    const mood = moods[index % moods.length];
    const name = `${String(index).padStart(4, '0')}.png`;
    await writeFile(
      join(folder, mood, name),
      await sharp(Buffer.from(drawFace(index, mood)))
        .png()
        .toBuffer(),
    );
  }
  console.log(`Drew ${count} faces into ${moods.map((mood) => join(folder, mood)).join(' and ')}.`);
}
