/**
 * `npm run size`: what each built page sends, gzip, and whether that is within budget. Reads `dist`, so build first. The page
 * and its scripts (with everything they import at once) count against the budget of the first working control; styles, fonts
 * and the pictures of the first frames are listed beside. The model runtime and the checkpoints, which come when a figure is
 * seen, have rows of their own.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { init, parse } from 'es-module-lexer';
import { readJudge } from '../src/components/build/manifests.ts';
import { parseCheckpointIndex } from '../src/contract/checkpoint-index.ts';
import { readManifest } from '../training/export/read-checkpoint.ts';

const dist = 'dist';
const kilobyte = 1000;
const budgets = {
  firstControl: 200 * kilobyte,
  /** Fourteen figures, on the machine of whoever speaks. */
  talk: 300 * kilobyte,
  runtime: 250 * kilobyte,
  checkpoint: 300 * kilobyte,
  /** The stacked autoencoder's, the last row of its figures; the others take 700 KB at most (tests/checkpoints/budget.ts). */
  decoder: 1000 * kilobyte,
};

const allFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

const sizes = new Map<string, number>();
/** As sent: text, scripts and wasm travel compressed; pictures and fonts are compressed already. */
function sentBytes(file: string): number {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const path = join(dist, file);
  const bytes = /\.(?:png|woff2)$/.test(file)
    ? statSync(path).size
    : gzipSync(readFileSync(path), { level: 9 }).length;
  sizes.set(file, bytes);
  return bytes;
}

const sum = (files: Iterable<string>): number => Array.from(files, sentBytes).reduce((a, b) => a + b, 0);

/** A script and everything it imports at once; dynamic imports wait until they are needed. */
function withImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const { n: specifier, d: dynamic } of parse(readFileSync(join(dist, file), 'utf8'))[0]) {
    if (specifier?.startsWith('.') && dynamic === -1)
      withImports(posix.join(posix.dirname(file), specifier), found);
  }
  return found;
}

/** Paths that a page's HTML names in any attribute or style, and that exist in `dist`. */
function named(html: string, page: string): string[] {
  const found = [
    ...html.matchAll(/(?:src|href|component-url|renderer-url|before-hydration-url)="([^"#?]+)"/g),
    ...html.matchAll(/url\((?:&quot;|&#34;|["'])?([^"'&)#?]+)/g),
  ]
    .map(([, url]) => (url.startsWith('/') ? url.slice(1) : posix.join(dirname(page), url)))
    .filter((file) => existsSync(join(dist, file)) && statSync(join(dist, file)).isFile());
  return [...new Set(found)];
}

interface Row {
  readonly name: string;
  readonly parts: Readonly<Record<string, number>>;
  readonly counted: number;
  readonly budget: number;
}

function pageRow(page: string): Row {
  const html = readFileSync(join(dist, page), 'utf8');
  const files = named(html, page);
  const ofType = (pattern: RegExp) => files.filter((file) => pattern.test(file));
  const scripts = new Set(ofType(/\.js$/).flatMap((file) => [...withImports(file)]));
  const parts = {
    html: sentBytes(page),
    css: sum(ofType(/\.css$/)),
    js: sum(scripts),
    fonts: sum(ofType(/\.woff2$/)),
    pictures: sum(ofType(/\.png$/)),
  };
  return {
    name: `/${page.replace(/index\.html$/, '')}`,
    parts,
    counted: parts.js + parts.html,
    budget: page.startsWith('talk/') ? budgets.talk : budgets.firstControl,
  };
}

function runtimeRow(name: string, pattern: RegExp, budget: number): Row {
  const files = allFiles(dist).filter((file) => pattern.test(file));
  if (files.length === 0)
    throw new Error(`No file of the ${name} runtime in ${dist}: expected ${String(pattern)}.`);
  const scripts = files.filter((file) => file.endsWith('.js')).flatMap((file) => [...withImports(file)]);
  const wasm = sum(files.filter((file) => file.endsWith('.wasm')));
  const js = sum(new Set(scripts));
  return { name, parts: { js, wasm }, counted: js + wasm, budget };
}

const models = join(dist, 'models');

async function checkpointRows(): Promise<Row[]> {
  const index = join(models, 'index.json');
  const { checkpoints } = parseCheckpointIndex(JSON.parse(readFileSync(index, 'utf8')), index);
  const loads = await Promise.all(
    checkpoints.map(async ({ id }) => {
      const { files } = await readManifest(join(models, id));
      const loaded = [files.weights, ...('codes' in files ? [files.codes] : [])];
      return {
        hasEncoder: 'encoder' in files,
        bytes: sum(loaded.map(({ path }) => `models/${id}/${path}`)),
      };
    }),
  );
  const largest = (name: string, hasEncoder: boolean, budget: number): Row => {
    const those = loads.filter((load) => load.hasEncoder === hasEncoder).map(({ bytes }) => bytes);
    return {
      name: `largest of ${those.length} ${name}`,
      parts: {},
      counted: Math.max(0, ...those),
      budget,
    };
  };
  return [largest('checkpoints', false, budgets.checkpoint), largest('decoders', true, budgets.decoder)];
}

/** Comes after a figure's first picture. */
function judgeRow(): Row {
  const evaluationClassifier = readJudge(models);
  const counted = evaluationClassifier
    ? sentBytes(`models/${evaluationClassifier.id}/${evaluationClassifier.files.weights.path}`)
    : 0;
  return {
    name: 'judge, after the first picture',
    parts: {},
    counted,
    budget: budgets.checkpoint,
  };
}

if (!existsSync(dist)) {
  process.stderr.write(`There is no ${dist}. Run npm run build first.\n`);
  process.exit(2);
}
await init;
const pages = allFiles(dist).filter((file) => file.endsWith('.html') && file !== '404.html');
/** Pages of one make: the largest speaks for all. */
const makes = ['figures', 'runs'] as const;
const isOf = (make: string, page: string): boolean => page.startsWith(`${make}/`);
const largestOf = (make: string): Row[] => {
  const ofMake = pages.filter((page) => isOf(make, page)).map(pageRow);
  const largest = ofMake.toSorted((a, b) => b.counted - a.counted).slice(0, 1);
  return largest.map((row) => ({ ...row, name: `largest of ${ofMake.length} pages of ${make}` }));
};
const rows = [
  ...pages.filter((page) => !makes.some((make) => isOf(make, page))).map(pageRow),
  ...makes.flatMap(largestOf),
  runtimeRow('tfjs runtime', /tfjs[.-]worker.*\.js$|tfjs-backend-wasm-simd.*\.wasm$/, budgets.runtime),
  runtimeRow('ONNX Runtime, by choice', /onnx\.worker.*\.js$|ort-wasm-simd-threaded-.*\.wasm$/, Infinity),
  runtimeRow('tfjs on WebGPU, measured', /tfjs-webgpu.*\.js$/, Infinity),
  runtimeRow(
    'ONNX Runtime on WebGPU, measured',
    /onnx-webgpu.*\.js$|ort-wasm-simd-threaded\.asyncify.*\.wasm$/,
    Infinity,
  ),
  ...(await checkpointRows()),
  judgeRow(),
];
const kb = (bytes: number): string => `${(bytes / kilobyte).toFixed(1)} KB`;
const width = Math.max(...rows.map(({ name }) => name.length));
let over = 0;
for (const { name, parts, counted, budget } of rows) {
  const isOver = counted > budget;
  if (isOver) over++;
  const detail = Object.entries(parts).map(([part, bytes]) => `${part} ${kb(bytes)}`);
  const limit = budget === Infinity ? '' : ` of ${kb(budget)}`;
  process.stdout.write(
    `${isOver ? 'OVER' : 'ok  '}  ${name.padEnd(width)}  ${`${kb(counted)}${limit}`.padEnd(22)}${detail.join(', ')}\n`,
  );
}
process.stdout.write(
  'Pages: html and js count for the first working control. All gzip, but pictures and fonts as they are.\n',
);
process.exitCode = over > 0 ? 1 : 0;
