/** A classifier's folder → its manifest and parameters, every file checked. Runs no model. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClassifierManifest } from '../../../../src/contract/families/classifier.ts';
import { checkpointFiles } from '../../../../src/contract/ids.ts';
import { parseManifestOf } from '../../../../src/contract/manifest.ts';
import {
  classifierShapes,
  type ClassifierConfig,
  type ClassifierParameters,
} from '../../../../src/networks/classifier/parameters.ts';
import { readTensors, requireTensors } from '../../../../src/networks/tensors-file.ts';
import { checkFiles, readJson } from '../../../export/read-files.ts';

export interface StoredClassifier {
  readonly manifest: ClassifierManifest;
  readonly config: ClassifierConfig;
  readonly parameters: ClassifierParameters;
}

/** @throws ContractError naming every file that is missing or wrong, or the file system's error when there is no manifest. */
export async function readClassifier(folder: string): Promise<StoredClassifier> {
  const manifest = await readJson(join(folder, checkpointFiles.manifest), parseManifestOf('classifier'));
  await checkFiles(folder, Object.values(manifest.files));
  const config = manifest.model;
  const source = join(folder, manifest.files.weights.path);
  const weights = readTensors(await readFile(source), source);
  const parameters = requireTensors(weights, classifierShapes(config), source);
  return { manifest, config, parameters };
}
