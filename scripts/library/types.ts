/**
 * The types of the library: a declaration for each source file that its entries reach, in `types`, and one beside each entry that leads
 * there. What they name of zod comes from there.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const source = 'src';

/** `entries`: by name, the path of each. */
export async function writeTypes(entries: Readonly<Record<string, string>>, outDir: string): Promise<void> {
  for (const [path, text] of declarations(Object.values(entries)))
    await write(join(outDir, 'types', path), text);
  for (const [name, path] of Object.entries(entries)) {
    const declared = relative(source, path).replace(/\.tsx?$/, '.js');
    await write(join(outDir, `${name}.d.ts`), `export * from './types/${declared}';\n`);
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Texts by path from the source's folder. Only what the types of an entry name: not how it is done. */
function declarations(entries: readonly string[]): Map<string, string> {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: [...entries] },
    ts.sys,
    '.',
  );
  const types = ['.astro/types.d.ts'];
  const program = ts.createProgram([...entries, ...types], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    noCheck: true,
    rootDir: source,
    outDir: source,
  });
  const emitted = new Map<string, string>();
  program.emit(undefined, (path, text) => emitted.set(resolve(path), text), undefined, true);

  const found = new Map<string, string>();
  const visit = (path: string): void => {
    const name = relative(source, path).replaceAll('\\', '/');
    const text = emitted.get(path);
    if (text === undefined || found.has(name)) return;
    found.set(name, text.replaceAll(relativeImport, `$1.js'`));
    for (const [, imported] of text.matchAll(relativeImport))
      visit(resolve(dirname(path), `${imported.replace(/^.*'/, '')}.d.ts`));
  };
  for (const entry of entries) visit(resolve(entry.replace(/\.tsx?$/, '.d.ts')));
  return found;
}

/** Up to the extension. */
const relativeImport = /((?:from|import\()\s*'\.[^']*)\.tsx?'/g;
