import { describe, expect, it } from 'vitest';
import { imageOfText, textOfImage } from '../../../../../../src/components/figures/draw/image-text.ts';
import { makeStrokes } from '../../../../../../training/data/strokes.ts';

const digits = makeStrokes({ seed: 3, numImages: 10 }).images;
const image = (i: number): Float32Array =>
  Float32Array.from(digits.subarray(i * 784, (i + 1) * 784), (byte) => byte / 255);

describe('a picture in an address', () => {
  it('comes back with sixteen amounts of ink', () => {
    for (let i = 0; i < 10; i++) {
      const back = imageOfText(textOfImage(image(i)));
      image(i).forEach((ink, p) => expect(Math.abs((back?.[p] ?? NaN) - ink)).toBeLessThan(1 / 29));
    }
  });

  it('is the same text when it is read and written again', () => {
    const text = textOfImage(image(4));
    expect(textOfImage(imageOfText(text) ?? new Float32Array(784))).toBe(text);
  });

  it('is short enough for a link, and needs no escapes', () => {
    for (let i = 0; i < 10; i++) {
      const text = textOfImage(image(i));
      expect(text.length).toBeLessThan(450);
      expect(encodeURIComponent(text)).toBe(text);
    }
    expect(textOfImage(new Float32Array(784)).length).toBeLessThan(40);
  });

  it.each(['', 'zz', '0'.repeat(783), '0'.repeat(785), 'z'.repeat(784), '-'.repeat(784)])(
    'is none where the text is %j',
    (text) => expect(imageOfText(text)).toBeUndefined(),
  );
});
