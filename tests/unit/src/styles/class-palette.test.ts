import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Rgb = readonly [number, number, number];

const themes = {
  paper: readFileSync('src/styles/paper.css', 'utf8'),
  slate: readFileSync('src/styles/slate.css', 'utf8'),
};

/** Linear light in [0, 1]. */
function colorOf(block: string, name: string): Rgb {
  const hex = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(block)?.[1] ?? '';
  const channel = (i: number): number => {
    const value = parseInt(hex.slice(2 * i, 2 * i + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(0), channel(1), channel(2)];
}

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(a: Rgb, b: Rgb): number {
  const [darker, lighter] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Full dichromacy, in linear light: Machado, Oliveira and Fernandes 2009, severity 1. */
const eyes: Readonly<Record<string, readonly Rgb[]>> = {
  'colour-seeing': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopic: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopic: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopic: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const seenBy = (eye: readonly Rgb[], color: Rgb): Rgb => {
  const [r, g, b] = eye.map((row) =>
    Math.min(1, Math.max(0, row[0] * color[0] + row[1] * color[1] + row[2] * color[2])),
  );
  return [r, g, b];
};

/** OKLab, in which equal distances look about equally different. */
function labOf([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const classes = Array.from({ length: 10 }, (_, i) => i);

describe.each(Object.entries(themes))('The colours of the classes on %s', (background, block) => {
  const colors = classes.map((i) => colorOf(block, `class-${i}`));
  const page = colorOf(block, 'paper');

  it(`stand out from the ${background}`, () => {
    for (const i of classes) expect(contrast(colors[i], page), `class ${i}`).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(eyes))('differ from each other to %s eyes', (_, eye) => {
    const seen = colors.map((color) => labOf(seenBy(eye, color)));
    for (const i of classes) {
      for (const j of classes.slice(0, i)) {
        const distance = Math.hypot(...seen[i].map((value, k) => value - seen[j][k]));
        expect(distance, `classes ${j} and ${i}`).toBeGreaterThan(0.06);
      }
    }
  });
});

describe.each(Object.entries(themes))('Words on %s', (_, block) => {
  it.each(['ink', 'ink-soft', 'ink-faint', 'accent', 'code-comment', 'code-string', 'code-constant'])(
    'can be read in %s on every ground',
    (name) => {
      for (const ground of ['paper', 'paper-raised', 'paper-sunk']) {
        expect(contrast(colorOf(block, name), colorOf(block, ground)), ground).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
});

describe.each(Object.entries(themes))('The colours of charts on %s', (_, block) => {
  const page = colorOf(block, 'paper');
  const series = [1, 2, 3, 4, 5, 6].map((i) => colorOf(block, `series-${i}`));
  const ramp = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => colorOf(block, `ramp-${i}`));

  it('can be read as words', () => {
    for (const color of [...series, ...ramp]) expect(contrast(color, page)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(eyes))('differ from series to series to %s eyes', (_, eye) => {
    const seen = series.map((color) => labOf(seenBy(eye, color)));
    for (const [i, a] of seen.entries()) {
      for (const b of seen.slice(0, i)) {
        expect(Math.hypot(...a.map((value, k) => value - b[k])), `series ${i + 1}`).toBeGreaterThan(0.06);
      }
    }
  });

  it('stand out more with every step of the ramp', () => {
    for (const [i, color] of ramp.slice(1).entries()) {
      expect(contrast(color, page)).toBeGreaterThan(contrast(ramp[i], page));
    }
  });
});
