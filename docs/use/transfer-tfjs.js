/** The content of a training image in each of the ten classes, from the folder of a checkpoint, with the network of these pages on tfjs. */
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { transfers } from '../../src/networks/generator/codes.ts';
import { buildPredictor } from '../../src/networks/generator/predictor.ts';
import { loadCheckpoint } from '../../training/methods/glo/files/load-checkpoint.ts';

export async function drawTransfers(folder, image) {
  await startWasmBackend();
  const checkpoint = await loadCheckpoint(folder);
  const generator = buildPredictor(checkpoint.manifest.model, checkpoint.parameters);
  const classes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const pictures = generator.predict(transfers(checkpoint, { contents: [image], classes }));
  generator.dispose();
  return pictures; // 10 pictures, intensity from 0 to 1
}
