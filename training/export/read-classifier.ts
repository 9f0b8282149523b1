/** A classifier's folder → its manifest and parameters, every file checked. Runs no model. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  classifierFiles,
  parseClassifierManifest,
  type ClassifierManifest,
} from '../../src/contract/classifier-manifest.ts';
import { contractError } from '../../src/contract/parse.ts';
import {
  classifierShapes,
  type ClassifierConfig,
  type ClassifierParameters,
} from '../../src/networks/classifier-parameters.ts';
import { readTensors, requireTensors } from '../../src/networks/tensors-file.ts';

export interface StoredClassifier {
  readonly manifest: ClassifierManifest;
  readonly config: ClassifierConfig;
  readonly parameters: ClassifierParameters;
}

/** @throws ContractError naming every file that is missing or wrong, or the file system's error when there is no manifest. */
export async function readClassifier(folder: string): Promise<StoredClassifier> {
  const where = join(folder, classifierFiles.manifest);
  const manifest = parseClassifierManifest(parseJson(await readFile(where, 'utf8'), where), where);
  const problems: string[] = [];
  const contents = new Map<string, Uint8Array>();
  for (const { path, bytes, sha256 } of Object.values(manifest.files)) {
    const file = await readFile(join(folder, path)).catch(() => undefined);
    if (!file) problems.push(`${path} is missing`);
    else if (file.length !== bytes) problems.push(`${path} has ${file.length} bytes, expected ${bytes}`);
    else {
      const found = createHash('sha256').update(file).digest('hex');
      if (found !== sha256) problems.push(`${path} has SHA-256 ${found}, expected ${sha256}`);
      contents.set(path, file);
    }
  }
  const weights = contents.get(manifest.files.weights.path);
  if (problems.length > 0 || !weights) throw contractError(folder, problems);

  const { channels1, channels2, numFeatures } = manifest.network;
  const config = { channels1, channels2, numFeatures };
  const source = join(folder, manifest.files.weights.path);
  const parameters = requireTensors(readTensors(weights, source), classifierShapes(config), source);
  return { manifest, config, parameters };
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw contractError(where, [`it is not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
}
