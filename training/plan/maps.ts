/** Which maps of codes have to be made. Reads and hashes; makes nothing. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeMapFile, codeMapFolder } from '../../src/contract/ids.ts';
import { filesOf } from '../../src/contract/manifest.ts';
import { aboutCodeMap } from '../../src/networks/generator/code-map.ts';
import { packageVersion, versionWith } from '../export/code-version.ts';
import { checkCheckpoint } from '../export/read-checkpoint.ts';
import type { MapJob } from '../jobs/messages.ts';
import { mappedOf } from '../methods/method-of.ts';
import type { Mapped } from '../methods/method.ts';
import type { MeasuredRecipe } from '../recipes/recipe.ts';
import { checkpointFolder } from '../store/folders.ts';
import { damageOf, type Plan } from './plan.ts';
import { versionOfSources } from './versions.ts';

interface MapRequest {
  /** Whose checkpoints are there. */
  readonly recipes: readonly MeasuredRecipe[];
  readonly out: string;
  readonly force: boolean;
}

export async function planMaps({ recipes, out, force }: MapRequest): Promise<Plan<MapJob>> {
  const jobs: MapJob[] = [];
  const damaged: string[] = [];
  for (const recipe of recipes) {
    const mapped = mappedOf(recipe);
    if (!mapped?.isMapped(recipe)) continue;
    const id = codeMapFolder(recipe.id);
    const codeVersion = await mapVersion(mapped, checkpointFolder(out, recipe));
    const found = readAbout(join(out, id, codeMapFile));
    const about = await found.catch(() => undefined);
    if (!force && about?.codeVersion === codeVersion) continue;
    if (!force) damaged.push(...(await damageOf(found)));
    const provenance = { command: `npm run evaluate -- ${id}`, codeVersion };
    jobs.push({ kind: 'map', id, out, recipe, numSteps: 1, provenance });
  }
  return { jobs, numUpToDate: 0, damaged };
}

const readAbout = async (path: string) => aboutCodeMap(await readFile(path), path);

/** Of the code that makes a map, and of the files of the checkpoint that it is of. @throws ContractError when the checkpoint is not whole. */
export async function mapVersion({ sources }: Mapped, folder: string): Promise<string> {
  const hashes = filesOf(await checkCheckpoint(folder)).map(({ sha256 }) => sha256);
  return versionWith(await versionOfSources(sources), [...hashes, await packageVersion('umap-js')]);
}
