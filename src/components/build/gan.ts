/** A trained generator and its discriminator that run while the site is built, for first frames and for what is measured on pictures. Not for islands. */
import { readFileSync } from 'node:fs';
import { modelsFolder } from '../../contract/ids.ts';
import { buildGan, storedShapes, type Gan } from '../../networks/gan/predictor.ts';
import { readTensors, requireTensors } from '../../networks/tensors-file.ts';
import { readManifestOf } from './manifests.ts';

/** Nothing is to be freed. */
export function openGan(id: string): Gan {
  const { model, files } = readManifestOf('gan', id);
  const { path } = files.weights;
  const tensors = readTensors(readFileSync(`${modelsFolder}/${id}/${path}`), path);
  return buildGan(model, requireTensors(tensors, storedShapes(model), path));
}
