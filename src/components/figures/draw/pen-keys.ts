/** A pen that keys move over the square, and put down and lift. Pure. */
export interface Pen {
  /** 0 to 1 from the left and from the top, in the middle of one of 28 × 28 pixels. */
  readonly x: number;
  readonly y: number;
  readonly isDown: boolean;
}

const side = 28;
const middleOf = (pixel: number): number => (Math.min(Math.max(pixel, 0), side - 1) + 0.5) / side;
const pixelOf = (place: number): number => Math.floor(place * side);

export const penStart: Pen = { x: middleOf(14), y: middleOf(5), isDown: false };

/** Undefined where the key is none of the pen's. */
export function afterKey(pen: Pen, key: string): Pen | undefined {
  const moved = (right: number, down: number): Pen => ({
    ...pen,
    x: middleOf(pixelOf(pen.x) + right),
    y: middleOf(pixelOf(pen.y) + down),
  });
  switch (key) {
    case 'ArrowLeft':
      return moved(-1, 0);
    case 'ArrowRight':
      return moved(1, 0);
    case 'ArrowUp':
      return moved(0, -1);
    case 'ArrowDown':
      return moved(0, 1);
    case ' ':
    case 'Enter':
      return { ...pen, isDown: !pen.isDown };
    default:
      return undefined;
  }
}

export const penText = ({ x, y, isDown }: Pen): string =>
  `Pen ${isDown ? 'down' : 'up'}, row ${pixelOf(y) + 1}, column ${pixelOf(x) + 1}`;
