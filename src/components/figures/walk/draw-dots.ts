/** Draws the dots of a map on a canvas: fast enough for every frame of a morph of 2,000, because each is a copy of one drawn beforehand. */

interface Dots {
  /** [n × 2], from the left and from the bottom, 0 to 1. */
  readonly places: Float32Array;
  /** [n], which colour each has. */
  readonly groups: Uint8Array;
  /** Behind pictures. */
  readonly faint?: boolean;
}

const faintAlpha = 0.3;

/** Of the canvas, in its pixels. */
export const mapSize = 1088;
const radius = 5;
/** Of the copy that is drawn, with room for its soft edge. */
const stampSize = 2 * radius + 2;

/** What draws dots of these colours. */
export function createDotPainter(
  colours: readonly string[],
): (context: CanvasRenderingContext2D, dots: Dots) => void {
  const stamps = colours.map(stampOf);
  return (context, { places, groups, faint = false }) => {
    context.clearRect(0, 0, mapSize, mapSize);
    context.globalAlpha = faint ? faintAlpha : 1;
    groups.forEach((group, i) => {
      const [x, y] = [mapSize * places[2 * i], mapSize * (1 - places[2 * i + 1])];
      // Whole pixels: what lies between them would have to be blended anew.
      context.drawImage(stamps[group], Math.round(x - stampSize / 2), Math.round(y - stampSize / 2));
    });
    context.globalAlpha = 1;
  };
}

function stampOf(colour: string): HTMLCanvasElement {
  const stamp = document.createElement('canvas');
  stamp.width = stamp.height = stampSize;
  const context = stamp.getContext('2d');
  if (!context) return stamp;
  context.globalAlpha = 0.8;
  context.fillStyle = colour;
  context.arc(stampSize / 2, stampSize / 2, radius, 0, 2 * Math.PI);
  context.fill();
  return stamp;
}
