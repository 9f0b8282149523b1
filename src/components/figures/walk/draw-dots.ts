/** Draws the dots of a map on a canvas: fast enough for every frame of a morph of 2,000. */

export interface Dots {
  /** [n × 2], from the left and from the bottom, 0 to 1. */
  readonly places: Float32Array;
  /** [n], which colour each has. */
  readonly groups: Uint8Array;
  readonly colours: readonly string[];
}

/** Of the canvas, in its pixels. */
export const mapSize = 1088;
const radius = 5;

export function drawDots(context: CanvasRenderingContext2D, { places, groups, colours }: Dots): void {
  context.clearRect(0, 0, mapSize, mapSize);
  context.globalAlpha = 0.8;
  colours.forEach((colour, group) => {
    context.fillStyle = colour;
    context.beginPath();
    for (let i = 0; i < groups.length; i++) {
      if (groups[i] !== group) continue;
      const [x, y] = [mapSize * places[2 * i], mapSize * (1 - places[2 * i + 1])];
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    context.fill();
  });
}
