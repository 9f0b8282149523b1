/** A checkpoint of a game from its folder, as numbers: its networks, and its curves. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ganHistorySchema,
  type GanHistory,
  type GanManifest,
} from '../../../../src/contract/families/gan.ts';
import { parseOrExplain } from '../../../../src/contract/parse.ts';
import { storedShapes } from '../../../../src/networks/gan/predictor.ts';
import type { NamedParameters } from '../../../../src/networks/layers/parameters.ts';
import { readTensors, requireTensors } from '../../../../src/networks/tensors-file.ts';
import { checkCheckpointOf } from '../../../export/read-checkpoint.ts';
import { readJson } from '../../../export/read-files.ts';

export interface LoadedGan {
  readonly manifest: GanManifest;
  readonly parameters: NamedParameters;
  readonly history: GanHistory;
}

/** @throws ContractError when a file is missing or not what the manifest says. */
export async function loadGan(folder: string): Promise<LoadedGan> {
  const manifest = await checkCheckpointOf('gan', folder);
  const { weights, history } = manifest.files;
  return {
    manifest,
    parameters: requireTensors(
      readTensors(await readFile(join(folder, weights.path)), weights.path),
      storedShapes(manifest.model),
      weights.path,
    ),
    history: await readJson(join(folder, history.path), (value, where) =>
      parseOrExplain(ganHistorySchema, value, where),
    ),
  };
}
