/** The content of a training image in each of the ten classes, in a page, by the engine that draws its figures. */
import { openEngine, transfers } from '../../dist-library/engine.js';

export async function drawTransfers({ models, id, image }) {
  const engine = openEngine({ models });
  const checkpoint = await engine.load('glo', id);
  const classes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const pictures = await engine.generate(id, transfers(checkpoint, { contents: [image], classes }));
  engine.dispose();
  return pictures; // 10 pictures, intensity from 0 to 1
}
