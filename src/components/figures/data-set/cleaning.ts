/** A drawn digit on paper, photographed, on its way to a picture like those of MNIST: the steps of the page's own reader. Build time. */
import sharp from 'sharp';
import { makeStrokes } from '../../../../training/data/strokes.ts';
import { digitOf } from '../../../numerics/pictures/digit.ts';
import type { Plane } from '../../../numerics/pictures/plane.ts';
import { createRandom } from '../../../numerics/random.ts';
import type { Step } from '../pictures/steps.ts';
import { imageSide } from './state.ts';

/** Sides of the sheet of paper and of the digit on it, in pixels, and where the digit lies. */
const paper = { side: 160, digit: 84, left: 58, top: 50 };
const numSpecks = 12;
/** Screen pixels of each picture's longer side. */
const shownSide = 128;

/** Light from the left, a little noise, specks, and the digit off the middle. */
function photograph(): Plane {
  const random = createRandom('photograph of a digit');
  const { side, digit, left, top } = paper;
  const { images } = makeStrokes({ seed: 'photograph', numImages: 1 });
  const values = Float32Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [i % side, Math.floor(i / side)];
    const [column, row] = [(x - left) / digit, (y - top) / digit].map((part) => Math.floor(imageSide * part));
    const isInside = Math.min(column, row) >= 0 && Math.max(column, row) < imageSide;
    const ink = isInside ? images[row * imageSide + column] / 255 : 0;
    const light = 0.92 - (0.18 * x) / side;
    return light * (1 - 0.8 * ink) + 0.01 * random.normal();
  });
  for (let speck = 0; speck < numSpecks; speck++) values[random.integer(values.length)] = 0.4;
  return { width: side, height: side, values: values.map((value) => Math.min(Math.max(value, 0), 1)) };
}

/** @throws Error when the reader finds no digit on it. */
export async function cleaningSteps(): Promise<readonly Step[]> {
  const grey = photograph();
  const digit = digitOf(grey);
  if (digit.kind === 'blank') throw new Error('The reader finds no digit on the drawn photograph.');
  const { ink, cleaned, fitted, centred } = digit;
  return Promise.all([
    stepOf('The picture', 'Of any size, dark on light or light on dark.', grey, 'A digit on grey paper'),
    stepOf(
      'Its ink',
      'How far each pixel is from the ground.',
      inked(ink),
      'The digit, with specks around it',
    ),
    stepOf('Without specks', 'Noise and shadow are taken off.', inked(cleaned), 'The digit alone'),
    stepOf('20 × 20', 'Scaled, with its ratio kept.', inked(fitted), 'The digit in coarse pixels'),
    stepOf('28 × 28', 'Its centre of mass in the middle.', inked(centred), 'The digit with room around it'),
  ]);
}

/** Dark where there is ink. */
const inked = (plane: Plane): Plane => ({ ...plane, values: plane.values.map((value) => 1 - value) });

async function stepOf(title: string, text: string, { values, ...size }: Plane, alt: string): Promise<Step> {
  const bytes = Uint8Array.from(values, (value) => Math.round(255 * value));
  const png = await sharp(bytes, { raw: { ...size, channels: 1 } })
    .png({ palette: true })
    .toBuffer();
  const scale = shownSide / Math.max(size.width, size.height);
  return {
    title,
    text,
    src: `data:image/png;base64,${png.toString('base64')}`,
    width: Math.round(scale * size.width),
    height: Math.round(scale * size.height),
    alt,
  };
}
