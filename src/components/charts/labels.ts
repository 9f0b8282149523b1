/** Where words go in a chart without lying on each other or on the data. In units of the drawing; deterministic. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Middles of labels in one column: as near to where they belong as `gap` between neighbours and the bounds allow, in the same
 * order from top to bottom.
 */
export function spreadOut(
  wanted: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
  // Labels that touch form a block, which stands at the mean of what its members want.
  const blocks: { members: number[]; centre: number }[] = [];
  const clamp = (centre: number, count: number): number => {
    const half = ((count - 1) * gap) / 2;
    return Math.max(low + half, Math.min(high - half, centre));
  };
  for (const label of order) {
    let block = { members: [label], centre: clamp(wanted[label], 1) };
    let before = blocks.at(-1);
    while (
      before &&
      before.centre + (before.members.length * gap) / 2 > block.centre - (block.members.length * gap) / 2
    ) {
      blocks.pop();
      const members = [...before.members, ...block.members];
      const mean = members.reduce((sum, each) => sum + wanted[each], 0) / members.length;
      block = { members, centre: clamp(mean, members.length) };
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  const placed = [...wanted];
  for (const { members, centre } of blocks) {
    members.forEach((label, i) => (placed[label] = centre + (i - (members.length - 1) / 2) * gap));
  }
  return placed;
}

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** How much of a box lies on other things, and outside of the frame. */
export const crowding = (box: Box, obstacles: readonly Box[], frame: Box): number =>
  obstacles.reduce((sum, obstacle) => sum + overlap(box, obstacle), 0) +
  4 * (box.width * box.height - overlap(box, frame));

/** The first of the boxes that is least crowded. */
export function leastCrowded<Candidate extends Box>(
  candidates: readonly Candidate[],
  obstacles: readonly Box[],
  frame: Box,
): { readonly box: Candidate; readonly crowding: number } {
  const scored = candidates.map((box) => ({ box, crowding: crowding(box, obstacles, frame) }));
  return scored.reduce((best, each) => (each.crowding < best.crowding - 1e-6 ? each : best));
}

/** A line through places as small boxes, for words to keep clear of. */
export function boxesAlong(places: readonly Place[], thickness = 4): Box[] {
  const half = thickness / 2;
  return places.flatMap((to, i) => {
    const from = places[Math.max(0, i - 1)];
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6));
    return Array.from({ length: steps }, (_, step) => {
      const t = (step + 1) / steps;
      return {
        x: from.x + t * (to.x - from.x) - half,
        y: from.y + t * (to.y - from.y) - half,
        width: thickness,
        height: thickness,
      };
    });
  });
}

/** As many ticks as fit side by side, the first and the last among them; `at` and `widths` in units of the drawing. */
export function ticksThatFit(at: readonly number[], widths: readonly number[], gap = 8): readonly number[] {
  const last = at.length - 1;
  const clear = (a: number, b: number): boolean => at[b] - at[a] >= (widths[a] + widths[b]) / 2 + gap;
  const kept = [0];
  for (let i = 1; i < last; i++) {
    if (clear(kept[kept.length - 1], i) && clear(i, last)) kept.push(i);
  }
  return last > 0 ? [...kept, last] : kept;
}
