/**
 * One hash for all the code that decides the bytes of a result, so that a result of other code is made again: the module that
 * makes it and everything that it imports, and the versions of the packages that compute or encode. It errs on the safe side: a
 * changed comment changes it. Not in it: how MNIST is found and downloaded, because its bytes are checked.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { relative, resolve, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Decide no byte of a result: finding and downloading MNIST, and logs of a run. */
const leftOut = /^training\/(?:data\/mnist\/(?!idx\.ts$)|export\/tensorboard\/)/;

/** `import … from './x.ts'` and `export … from './x.ts'`, types aside. */
const relativeImports = /^(?:import|export)\s+(?!type\b)[^;]*?'(\.[^']+)';$/gm;

/** Packages that compute or encode the bytes, at the versions that package.json pins. */
const packages = [
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-backend-wasm',
  'fast-png',
  'protobufjs',
] as const;

/** SHA-256 in hexadecimal of modules from the root, with what they import. Line ends do not count: a checkout on Windows has the same version. */
export async function codeVersion(...entries: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const [path, text] of await listSources(...entries)) hash.update(`${path}\0${text}\0`);
  for (const name of packages) hash.update(`${name}\0${await packageVersion(name)}\0`);
  return hash.digest('hex');
}

/** As package.json pins it. */
export async function packageVersion(name: string): Promise<string> {
  const { dependencies } = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as {
    dependencies: Readonly<Record<string, string>>;
  };
  return dependencies[name];
}

/** Texts by path from the root, sorted by path, with forward slashes. Imports of types alone do not count. */
export async function listSources(...entries: readonly string[]): Promise<[path: string, text: string][]> {
  const texts = new Map<string, string>();
  const visit = async (path: string): Promise<void> => {
    if (texts.has(path) || leftOut.test(path)) return;
    const text = (await readFile(resolve(root, path), 'utf8')).replaceAll('\r\n', '\n');
    texts.set(path, text);
    for (const [, imported] of text.matchAll(relativeImports)) {
      await visit(relative(root, resolve(root, dirname(path), imported)).replaceAll('\\', '/'));
    }
  };
  for (const entry of entries) await visit(entry);
  return [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A version that also changes with files it depends on, for example the weights of an evaluation classifier. */
export const versionWith = (version: string, hashes: readonly string[]): string =>
  hashes.length === 0
    ? version
    : createHash('sha256')
        .update([version, ...hashes].join('\0'))
        .digest('hex');
