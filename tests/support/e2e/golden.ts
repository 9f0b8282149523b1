/** What a checkpoint's exporter says that the checkpoint draws, read from public/models. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkpointFiles } from '../../../src/contract/ids.ts';
import { type GloManifest, goldenShapes } from '../../../src/contract/families/glo.ts';
import { parseManifestOf } from '../../../src/contract/manifest.ts';
import { goldenClass } from '../../../src/contract/previews.ts';
import { readTensors, requireTensors } from '../../../src/networks/tensors-file.ts';

interface Golden {
  readonly manifest: GloManifest;
  /** One picture a golden case, [28 × 28], as canvas alpha 0 to 255. */
  readonly pictures: readonly Float32Array[];
}

function readGolden(id: string): Golden {
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

export interface GoldenCell {
  readonly image: number;
  /** Its class. */
  readonly row: number;
  /** Of the transfer grid as it starts, numbered row by row. */
  readonly cell: number;
  readonly picture: Float32Array;
  readonly isSwap: boolean;
}

/** Reconstructions on the diagonal, and transfers in the row of one class. */
export function goldenCells(id: string): GoldenCell[] {
  const { manifest, pictures } = readGolden(id);
  const { images } = manifest.previews;
  return manifest.golden.cases.map(({ image, class: row }, i) => {
    const column = images.indexOf(image);
    return {
      image,
      row,
      cell: row * images.length + column,
      picture: pictures[i],
      isSwap: row === goldenClass && column !== goldenClass,
    };
  });
}

/** In 255ths; rounding to canvas alpha may take one of them. */
export const goldenTolerance = 2;
