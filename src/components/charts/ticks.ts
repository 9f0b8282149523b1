/** Where an axis has its marks: round numbers. Pure, for charts that are drawn at build time and for those of islands. */

/** Round numbers about `count` apart that hold low and high. */
export function linearTicks(low: number, high: number, count: number): number[] {
  const rough = (high - low || Math.abs(high) || 1) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Round numbers of each power of ten, the nearest outside of low and high among them. */
export function logTicks(low: number, high: number): number[] {
  const powers = Array.from(
    { length: Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 },
    (_, i) => 10 ** (Math.floor(Math.log10(low)) + i),
  );
  const factors = powers.length > 4 ? [1] : [1, 2, 5];
  const all = powers.flatMap((power) => factors.map((factor) => Number((factor * power).toPrecision(6))));
  const below = all.filter((tick) => tick <= low);
  const above = all.filter((tick) => tick >= high);
  return all.filter((tick) => tick >= (below.at(-1) ?? low) && tick <= (above[0] ?? high));
}
