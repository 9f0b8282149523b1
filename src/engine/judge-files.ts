/** The files of a judge: fetched, and held to their manifest. */
import { parseClassifierManifest, type ClassifierManifest } from '../contract/classifier-manifest.ts';
import type { FetchOptions } from './checkpoint-files.ts';
import { fetchChecked, fetchManifest } from './folder-files.ts';

export interface JudgeFiles {
  readonly manifest: ClassifierManifest;
  readonly network: Uint8Array<ArrayBuffer>;
}

/** @throws EngineError, or ContractError when the manifest does not follow the contract. */
export async function fetchJudge(
  id: string,
  { modelsUrl, networkFile, signal }: Omit<FetchOptions, 'onProgress'>,
): Promise<JudgeFiles> {
  const folder = `${modelsUrl}${id}/`;
  const manifest = await fetchManifest({ id, folder, signal, parse: parseClassifierManifest });
  const network = await fetchChecked(manifest.files[networkFile], { id, folder, signal });
  return { manifest, network };
}
