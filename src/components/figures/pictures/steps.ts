/** A drawn face on its way from a camera's file to what a run learns, made by the trainer's own reader, as pictures for a page. */
import sharp from 'sharp';
import { drawFace } from '../../../../training/data/faces.ts';
import { pictureOf, type PictureFormat } from '../../../../training/data/pictures/read-picture.ts';

export interface Step {
  readonly title: string;
  readonly text: string;
  /** PNG as an address. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** Sides of the face in the photograph, and what is above and below it: it is higher than wide. */
const [side, above, below] = [128, 20, 44];
const height = side + above + below;

export async function drawSteps(): Promise<readonly Step[]> {
  const upright = await sharp(Buffer.from(drawFace(7, 'glad')))
    .resize(side)
    .extend({ top: above, bottom: below, extendWith: 'copy' })
    .png({ palette: true })
    .toBuffer();
  const sideways = await sharp(upright).rotate(-90).png({ palette: true }).toBuffer();
  // As a camera stores it that was held upright: on its side, with a note that says so.
  const photograph = await sharp(sideways).withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer();
  return [
    {
      title: 'The file',
      text: 'A camera may store a picture on its side, and note how it was held.',
      src: addressOf(sideways),
      ...{ width: height, height: side },
      alt: 'A drawn face that lies on its side',
    },
    {
      title: 'Turned',
      text: 'As the note says (the EXIF orientation).',
      src: addressOf(upright),
      ...{ width: side, height },
      alt: 'The same face, upright, with room above and below it',
    },
    {
      title: 'A square, small',
      text: 'The middle of it, at 64 × 64 pixels.',
      src: await learned(photograph, { size: 64, channels: 3 }),
      ...{ width: side, height: side },
      alt: 'The face alone, in colour, in coarse pixels',
    },
    {
      title: 'Or grey, smaller',
      text: '28 × 28 pixels, one number each.',
      src: await learned(photograph, { size: 28, channels: 1 }),
      ...{ width: side, height: side },
      alt: 'The face alone, in grey, in still coarser pixels',
    },
  ];
}

const addressOf = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;

async function learned(file: Uint8Array, format: PictureFormat): Promise<string> {
  const picture = await pictureOf(file, format);
  if ('problem' in picture) throw new Error(`The drawn photograph ${picture.problem}.`);
  const raw = { width: format.size, height: format.size, channels: format.channels === 1 ? 1 : 3 } as const;
  return addressOf(await sharp(picture.pixels, { raw }).png({ palette: true }).toBuffer());
}
