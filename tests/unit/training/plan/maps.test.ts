/** Maps are planned on a committed checkpoint; none is made here, but one is written that says it was. */
import { cp, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeMapFile, codeMapFolder, modelsFolder } from '../../../../src/contract/ids.ts';
import { contractVersion } from '../../../../src/contract/parts.ts';
import { encodeCodeMap } from '../../../../src/networks/generator/code-map.ts';
import { mappedOf } from '../../../../training/methods/method-of.ts';
import { findRecipes } from '../../../../training/methods/registry.ts';
import { mapVersion, planMaps } from '../../../../training/plan/maps.ts';

const id = 'glo-mnist-lord-sigma0.3';
const mapId = codeMapFolder(id);
const recipes = findRecipes('glo-mnist-lord-sigma0.3').concat(findRecipes('glo-mnist-lord-dims8-sigma0.3'));
let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'maps-'));
  await cp(join(modelsFolder, id), join(out, id), { recursive: true });
});
afterAll(() => rm(out, { recursive: true }));

const plan = async (force = false) => {
  const { jobs, damaged } = await planMaps({ recipes, out, force });
  return { jobs: jobs.map((job) => job.id), damaged };
};

async function writeMap(): Promise<string> {
  const mapped = mappedOf({ family: 'glo' });
  if (!mapped) throw new Error('GLO has maps.');
  const path = join(out, mapId, codeMapFile);
  await mkdir(join(out, mapId), { recursive: true });
  const map = {
    places: new Float32Array(2),
    directions: new Float32Array(3),
    fits: new Float32Array(6),
  };
  const file = encodeCodeMap(
    map,
    { numImages: 1, contentDim: 1 },
    {
      contractVersion: String(contractVersion),
      id,
      command: `npm run evaluate -- ${mapId}`,
      codeVersion: await mapVersion(mapped, join(out, id)),
    },
  );
  await writeFile(path, file);
  return path;
}

test('a map is asked for where there is none, of the runs that pages walk through alone', async () => {
  expect(await plan()).toEqual({ jobs: [mapId], damaged: [] });
});

test('a map of this code and these files is not made again, but by force', async () => {
  await writeMap();
  expect(await plan()).toEqual({ jobs: [], damaged: [] });
  expect((await plan(true)).jobs).toEqual([mapId]);
});

test('a damaged map is made again, and said to be', async () => {
  const path = await writeMap();
  await truncate(path, 30);
  const { jobs, damaged } = await plan();
  expect(jobs).toEqual([mapId]);
  expect(damaged).toEqual([expect.stringContaining(`${path} is made again: the header should take`)]);
});
