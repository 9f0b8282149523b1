/** Loads the map of a checkpoint's codes. Imported when a figure needs one: it brings the schema along. */
import { codeMapFile, codeMapFolder } from '../../../contract/ids.ts';
import { ContractError } from '../../../contract/parse.ts';
import { download } from '../../../engine/download.ts';
import { EngineError } from '../../../engine/engine-error.ts';
import { decodeCodeMap, type CodeMap } from '../../../networks/generator/code-map.ts';

interface MapRequest {
  /** Where the folders of the maps are, ending in a slash. */
  readonly mapsUrl: string;
  readonly id: string;
  readonly numImages: number;
  readonly contentDim: number;
}

/** @throws EngineError when it is missing, cut off or of other codes. */
export async function loadCodeMap(
  { mapsUrl, id, ...size }: MapRequest,
  signal: AbortSignal,
): Promise<CodeMap> {
  const url = `${mapsUrl}${codeMapFolder(id)}/${codeMapFile}`;
  const file = await download(url, { signal });
  if (!file) throw new EngineError('checkpoint-missing', `There is no ${url}. Reload the page.`);
  try {
    return decodeCodeMap(file, size, url);
  } catch (error) {
    if (error instanceof ContractError) throw new EngineError('contract', error.message);
    throw error;
  }
}
