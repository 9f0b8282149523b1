/** The file of a map of content codes ↔ its arrays. Not here: how a map is made. */
import { codeMapShapes, parseAboutCodeMap, type AboutCodeMap } from '../../contract/code-map.ts';
import { decodeSafetensors } from '../../contract/safetensors.ts';
import { readTensors, requireTensors, writeTensors } from '../tensors-file.ts';

/** Row-major; what each is: contract/code-map.ts. */
export type CodeMap = Readonly<Record<keyof ReturnType<typeof codeMapShapes>, Float32Array>>;

type Size = Parameters<typeof codeMapShapes>[0];

export const encodeCodeMap = (map: CodeMap, size: Size, about: AboutCodeMap): Uint8Array<ArrayBuffer> =>
  writeTensors(map, codeMapShapes(size), (name) => (name === 'fits' ? 'F32' : 'F16'), about);

/** @throws ContractError when it is no map of `numImages` codes of `contentDim` numbers each. */
export const decodeCodeMap = (file: Uint8Array, size: Size, where: string): CodeMap =>
  requireTensors(readTensors(file, where), codeMapShapes(size), where);

/** What made it, and of which run it is. @throws ContractError */
export const aboutCodeMap = (file: Uint8Array, where: string): AboutCodeMap =>
  parseAboutCodeMap(decodeSafetensors(file, where).metadata, where);
