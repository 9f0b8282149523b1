/** A picture of one number a pixel, and what is done to its pixels. Pure. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  /** [height × width], row-major from the top, in [0, 1]. */
  readonly values: Float32Array;
}

/** RGBA bytes [height × width × 4] → how bright each pixel is, over white where it is transparent. */
export function greyOf(rgba: ArrayLike<number>, { width, height }: Omit<Plane, 'values'>): Plane {
  const values = Float32Array.from({ length: width * height }, (_, i) => {
    const [red, green, blue, alpha] = [rgba[4 * i], rgba[4 * i + 1], rgba[4 * i + 2], rgba[4 * i + 3] / 255];
    // The luma of Rec. 709.
    return (alpha * (0.2126 * red + 0.7152 * green + 0.0722 * blue)) / 255 + 1 - alpha;
  });
  return { width, height, values };
}

/**
 * Every pixel by the largest (or smallest) of the 3 × 3 around it: strokes a pixel wider (or thinner) on each side. Compared by hand: a
 * function for each pixel would take most of the time that a picture takes.
 */
export function spread({ width, height, values }: Plane, by: 'largest' | 'smallest'): Plane {
  const sign = by === 'largest' ? 1 : -1;
  const along = new Float32Array(values.length);
  const across = new Float32Array(values.length);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      let best = sign * values[i];
      if (x > 0 && sign * values[i - 1] > best) best = sign * values[i - 1];
      if (x < width - 1 && sign * values[i + 1] > best) best = sign * values[i + 1];
      along[i] = best;
    }
  }
  for (let i = 0; i < values.length; i++) {
    let best = along[i];
    if (i >= width && along[i - width] > best) best = along[i - width];
    if (i + width < values.length && along[i + width] > best) best = along[i + width];
    across[i] = sign * best;
  }
  return { width, height, values: across };
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest box around all pixels above 0; undefined where there is none. */
export function inkBox({ width, height, values }: Plane): Box | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!(values[y * width + x] > 0)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return right < 0 ? undefined : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** What is in the box, as `width` × `height` pixels: each is the mean of what it covers, edges by their share. */
export function resample(plane: Plane, box: Box, { width, height }: Pick<Box, 'width' | 'height'>): Plane {
  const values = new Float32Array(width * height);
  const [columns, rows] = [shares(box.left, box.width, width), shares(box.top, box.height, height)];
  rows.forEach((row, y) => {
    columns.forEach((column, x) => {
      let sum = 0;
      for (const [fromY, shareY] of row)
        for (const [fromX, shareX] of column)
          sum += shareX * shareY * plane.values[fromY * plane.width + fromX];
      values[y * width + x] = sum;
    });
  });
  return { width, height, values };
}

/** For each of `count` equal parts of [start, start + length]: the pixels in it, and the share of the part that each is. */
function shares(start: number, length: number, count: number): (readonly [pixel: number, share: number])[][] {
  const size = length / count;
  return Array.from({ length: count }, (_, part) => {
    const [from, to] = [part * size, (part + 1) * size];
    const last = Math.min(Math.ceil(to - 1e-9), length);
    return Array.from({ length: last - Math.floor(from) }, (_, i) => {
      const pixel = Math.floor(from) + i;
      return [start + pixel, (Math.min(pixel + 1, to) - Math.max(pixel, from)) / size] as const;
    });
  });
}
