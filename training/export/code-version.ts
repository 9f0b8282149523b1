/**
 * One hash for all the code that decides the bytes of a checkpoint, so that a checkpoint made by other code is made again. It
 * errs on the safe side: a changed comment changes it. Not in it: downloads, progress, the command line.
 */
import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

const sources = [
  'src/contract/**/*.ts',
  'src/networks/**/*.ts',
  'src/numerics/**/*.ts',
  'training/data/{dataset,strokes}.ts',
  'training/data/mnist/idx.ts',
  'training/data/strokes/**/*.ts',
  'training/export/**/*.ts',
  'training/methods/**/*.ts',
  'training/train-checkpoint.ts',
];
/** Packages that compute or encode the bytes, at the versions that package.json pins. */
const packages = [
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-backend-wasm',
  'fast-png',
  'protobufjs',
] as const;

/** SHA-256 in hexadecimal. Line ends do not count: a checkout on Windows has the same version. */
export async function codeVersion(): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await listSources()) {
    const text = (await readFile(root + path, 'utf8')).replaceAll('\r\n', '\n');
    hash.update(`${path}\0${text}\0`);
  }
  const { dependencies } = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as {
    dependencies: Readonly<Record<string, string>>;
  };
  for (const name of packages) hash.update(`${name}\0${dependencies[name]}\0`);
  return hash.digest('hex');
}

/** Sorted paths from the root, with forward slashes. */
export async function listSources(): Promise<string[]> {
  const paths: string[] = [];
  for await (const path of glob(sources, { cwd: root })) paths.push(path.replaceAll('\\', '/'));
  return paths.sort();
}
