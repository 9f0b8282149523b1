/** The maps of content codes that the site will serve, read while it is built. For .astro files and endpoints, not for islands. */
import { existsSync, readFileSync } from 'node:fs';
import { codeMapFile, codeMapFolder, modelsFolder } from '../../contract/ids.ts';
import { decodeCodeMap, type CodeMap } from '../../networks/generator/code-map.ts';
import { readManifest } from './manifests.ts';

/** @throws Error when there is none, ContractError when it is of other codes. */
export function readCodeMap(id: string): CodeMap {
  const path = `${modelsFolder}/${codeMapFolder(id)}/${codeMapFile}`;
  if (!existsSync(path)) {
    throw new Error(
      `The site needs ${path}, and there is none. Make it with npm run evaluate -- ${codeMapFolder(id)}.`,
    );
  }
  const { dataset, model } = readManifest(id);
  return decodeCodeMap(
    readFileSync(path),
    { numImages: dataset.numImages, contentDim: model.contentDim },
    path,
  );
}
