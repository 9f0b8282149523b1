/**
 * `npm run library`: the engine and `<glo-figure>` for other pages, into dist-library, as a package with types, and with the example of
 * docs/use. Any static server will do for it.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { build, type InlineConfig } from 'vite';
import { leanTfjs } from '../src/components/build/lean-tfjs.ts';
import { writeTypes } from './library/types.ts';

const libraryFolder = 'dist-library';
const entries = { engine: 'src/library/engine.ts', 'glo-figure': 'src/library/glo-figure.tsx' };

/** Addresses within it are relative, so that it can lie anywhere. */
const config: InlineConfig = {
  configFile: false,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  worker: { format: 'es', plugins: () => [leanTfjs()] },
  build: {
    outDir: libraryFolder,
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: false,
    // The runtimes are large, and load when they are chosen.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: entries,
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name].js' },
    },
  },
};

/** For a program that installs the folder. The types of the contract are zod's; what the others name of tfjs no program needs. */
async function writePackage(): Promise<void> {
  const { version, license, dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
    readonly version: string;
    readonly license: string;
    readonly dependencies: { readonly zod: string };
  };
  const exports = { '.': './glo-figure.js', './engine': './engine.js' };
  const text = {
    name: 'glo-figure',
    version,
    license,
    type: 'module',
    exports,
    dependencies: { zod: dependencies.zod },
  };
  await writeFile(`${libraryFolder}/package.json`, `${JSON.stringify(text, null, 2)}\n`);
}

await build(config);
await writeTypes(entries, libraryFolder);
await writePackage();
await copyFile('docs/use/figure.html', `${libraryFolder}/figure.html`);
