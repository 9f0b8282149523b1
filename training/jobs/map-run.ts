/** The map of one checkpoint's codes, to a folder of its own beside the checkpoint. */
import { join } from 'node:path';
import { codeMapFile } from '../../src/contract/ids.ts';
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { mappedOf } from '../methods/method-of.ts';
import { checkpointFolder } from '../store/folders.ts';
import { writeFolder } from '../store/write-folder.ts';
import type { MapJob } from './messages.ts';

/** @throws ContractError when the checkpoint is not whole. */
export async function mapRun({ id, out, recipe, provenance }: MapJob): Promise<void> {
  const mapped = mappedOf(recipe);
  if (!mapped) throw new Error(`${id}: the family ${recipe.family} has no maps.`);
  await startWasmBackend();
  const file = await mapped.map({ folder: checkpointFolder(out, recipe), provenance });
  await writeFolder(join(out, id), new Map([[codeMapFile, file]]));
}
