/** Files that the trainer refuses, made here and shown to its own reader, so that a page says what a person will read. */
import sharp from 'sharp';
import { pictureOf } from '../../../../training/data/pictures/read-picture.ts';

export interface Refused {
  readonly what: string;
  readonly message: string;
}

const format = { size: 64, channels: 3 } as const;
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#678' } });

/** In the order of the page: a name of the file, what is wrong with it, and the file. */
const files: readonly (readonly [name: string, what: string, make: () => Promise<Uint8Array>])[] = [
  ['letter.png', 'no picture', () => Promise.resolve(new TextEncoder().encode('Dear reader'))],
  ['animal.jpg', 'another kind of picture', () => plain(80, 80).webp().toBuffer()],
  ['sky.png', '16 bits a channel', () => plain(80, 80).toColourspace('rgb16').png().toBuffer()],
  ['poster.jpg', 'made for print', () => plain(80, 80).toColourspace('cmyk').jpeg().toBuffer()],
  ['stamp.png', 'too small', () => plain(120, 40).png().toBuffer()],
  [
    'half.jpg',
    'cut off',
    async () => {
      const whole = await plain(400, 400).jpeg().toBuffer();
      return whole.subarray(0, whole.length / 2);
    },
  ],
];

export const refusedFiles = (): Promise<readonly Refused[]> =>
  Promise.all(
    files.map(async ([name, what, make]) => {
      const read = await pictureOf(await make(), format);
      if (!('problem' in read)) throw new Error(`${name} was to be refused, and it was not.`);
      return { what, message: `${name}: ${read.problem}` };
    }),
  );
