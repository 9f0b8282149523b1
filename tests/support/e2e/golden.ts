/** What a checkpoint's exporter says that the checkpoint draws, read from public/models. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkpointFiles } from '../../../src/contract/ids.ts';
import { type GloManifest, goldenShapes } from '../../../src/contract/families/glo.ts';
import { parseManifestOf } from '../../../src/contract/manifest.ts';
import { readTensors, requireTensors } from '../../../src/networks/tensors-file.ts';

export interface Golden {
  readonly manifest: GloManifest;
  /** One picture a golden case, [28 × 28], as canvas alpha 0 to 255. */
  readonly pictures: readonly Float32Array[];
}

export function readGolden(id: string): Golden {
  const folder = join('public', 'models', id);
  const path = join(folder, checkpointFiles.manifest);
  const manifest = parseManifestOf('glo')(JSON.parse(readFileSync(path, 'utf8')), path);
  const file = join(folder, manifest.files.golden.path);
  const { images } = requireTensors(readTensors(readFileSync(file), file), goldenShapes(manifest), file);
  const numPixels = manifest.model.imageHeight * manifest.model.imageWidth;
  const pictures = manifest.golden.cases.map((_, i) =>
    images.subarray(i * numPixels, (i + 1) * numPixels).map((ink) => ink * 255),
  );
  return { manifest, pictures };
}
