/** `--onnx`: each checkpoint's network as an ONNX graph beside its weights. */
import { join } from 'node:path';
import { readManifest } from '../export/read-checkpoint.ts';
import { makeOnnx } from '../methods/make-onnx.ts';
import type { Recipe } from '../recipes/recipe.ts';
import { checkpointFolder } from '../store/folders.ts';
import { writeWhole } from '../store/write-folder.ts';

export async function writeOnnx(recipes: readonly Recipe[], out: string): Promise<void> {
  for (const recipe of recipes) {
    const folder = checkpointFolder(out, recipe);
    const { onnx } = await readManifest(folder);
    const path = join(folder, onnx.file.path);
    await writeWhole(path, await makeOnnx(folder));
    process.stderr.write(`Wrote ${path}.\n`);
  }
}
