/** The codes of images that no model saw: at a look by encoders, by a search from there, and by a search alone; as they are measured. */
import { buildCodeEncoders } from '../../src/networks/amortized/predictor.ts';
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { buildProjector } from '../../src/networks/generator/projection.ts';
import { modelsFolder } from '../../src/contract/ids.ts';
import { makeStrokes } from '../../training/data/strokes.ts';
import { refine } from '../../training/evaluation/amortized/found-codes.ts';
import { measureHeldOut } from '../../training/evaluation/held-out.ts';
import { toIntensity } from '../../training/evaluation/pictures.ts';
import { loadAmortized } from '../../training/methods/amortized/files/load.ts';
import { loadCheckpoint } from '../../training/methods/glo/files/load-checkpoint.ts';
import { time } from './measure.ts';
import type { BenchRow } from './node.ts';

const id = 'amortized-mnist-lord-sigma0.3-frozen';
const count = 100;

export async function benchReading(): Promise<BenchRow[]> {
  await startWasmBackend();
  const { manifest, generator, encoders: parameters } = await loadAmortized(`${modelsFolder}/${id}`);
  const source = await loadCheckpoint(`${modelsFolder}/${manifest.source.id}`);
  const encoders = buildCodeEncoders(manifest.model, parameters);
  const projector = buildProjector(manifest.model, generator);
  const { images, labels } = makeStrokes({ seed: 'bench', numImages: count });
  const intensity = toIntensity(images);
  // Where a search begins decides nothing of its time, so any images stand for the learned ones.
  const trainImages = makeStrokes({
    seed: 'bench learned',
    numImages: source.manifest.dataset.numImages,
  }).images;
  const searchAlone = () => measureHeldOut({ source, projector, images, labels, trainImages, numImages: 1 });
  const rows = [
    {
      name: `codes of ${count} images at a look, ${id}`,
      timing: await time(() => encoders.encode(intensity)),
    },
    {
      name: `codes of ${count} images by a search from there, 80 steps`,
      timing: await time(() => refine({ encoders, projector, source }, intensity), { warmup: 1, runs: 5 }),
    },
    {
      name: 'codes of 1 image by a search alone, 20 × 80 steps',
      timing: await time(searchAlone, { warmup: 1, runs: 5 }),
    },
  ];
  projector.dispose();
  return rows;
}
