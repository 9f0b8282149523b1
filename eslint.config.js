// Lint rules: strict types, and who may import whom (one message a zone).
import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const src = './src';
const zone = (target, from, message) => ({ target, from, message });

/** Files of the trainer that nothing but its command line reaches. */
const trainerFrame = './training/{jobs,pool,plan,store,command-line,commands}/**/*';

const zones = [
  zone(
    `${src}/contract`,
    ['./src/!(contract)/**/*', './training/**/*'],
    'contract is what trainer and site agree on: it imports zod only.',
  ),
  zone(
    `${src}/numerics`,
    ['./src/!(numerics)/**/*', './training/**/*'],
    'numerics are pure functions: they import nothing of ours.',
  ),
  zone(
    `${src}/networks`,
    ['./src/!(networks|numerics|contract)/**/*', './training/**/*'],
    'networks import numerics and contract only.',
  ),
  zone(
    `${src}/engine`,
    ['./src/{components,pages,layouts}/**/*', './training/!(methods)/**/*'],
    'engine knows no component, no page, and of the trainer only methods.',
  ),
  zone(
    `${src}/engine/!(training.worker).ts`,
    './training/methods',
    'only engine/training.worker.ts may train: a method is no part of the page.',
  ),
  zone(
    ['./src/components', './src/layouts'],
    './training/!(data)/**/*',
    'components never import the trainer; numbers come from the files it writes.',
  ),
  zone(
    './src/components/!(figures)/**/*',
    './training/data',
    'only what a figure reads at build time, originals, comes from training/data.',
  ),
  zone('./src/components/**/*.tsx', './training', 'an island runs in the browser, where no trainer is.'),
  zone(
    './src/pages',
    './training/!(data|export|methods)/**/*',
    'endpoints make files at build time from data, export and methods; pages import no trainer.',
  ),
  zone(
    `${src}/components/controls`,
    ['./src/engine', './src/networks', './src/components/figures'],
    'controls know no model: pass values and callbacks.',
  ),
  zone(
    `${src}/components/charts`,
    ['./src/{engine,networks}/**/*', './src/components/{figures,controls}/**/*'],
    'charts draw numbers: they know no model and no figure.',
  ),
  zone(
    `${src}/components/mdx`,
    ['./src/engine/**/*', './src/components/{figures,charts,controls}/**/*'],
    'the vocabulary of chapters is static: it knows no engine and no figure.',
  ),
  zone('./src/!(pages)/**/*', './src/pages', 'nothing imports a page.'),
  zone(
    './training',
    ['./src/components', './src/engine', './src/pages', './src/layouts'],
    'the trainer imports networks, numerics and contract only.',
  ),
  zone(
    './training/{data,export,evaluation,recipes,methods}/**/*',
    trainerFrame,
    'what makes and measures a model knows no job, no plan, no store and no command line.',
  ),
  zone(
    './training/{data,export,evaluation,recipes}/**/*',
    './training/methods',
    'a method uses data, instruments and formats; they know no method.',
  ),
  zone(
    './training/{jobs,pool,plan,store,command-line}/**/*',
    './training/commands',
    'a command calls the trainer, not the other way.',
  ),
];

export default defineConfig(
  globalIgnores([
    'dist/',
    'dist-base/',
    '.astro/',
    'public/',
    'test-results/',
    'playwright-report/',
    'node_modules/',
    'runs/',
  ]),
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  ...astro.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'astro.config.mjs'] },
        extraFileExtensions: ['.astro'],
      },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/ignore': ['node_modules'],
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.mjs'] })],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // `const { seed: _, ...training } = config` is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'import-x/no-restricted-paths': ['error', { zones }],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'All randomness comes from src/numerics/random.ts, seeded.',
        },
      ],
    },
  },
  {
    files: ['src/contract/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!zod$|\\.)', message: 'contract imports zod only.' }] },
      ],
    },
  },
  {
    files: ['src/numerics/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\.)', message: 'numerics import nothing.' }] },
      ],
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/engine/**', 'src/networks/**', 'src/contract/**', 'src/numerics/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@tensorflow/*', 'onnxruntime-*'],
              message: 'Model runtimes stay in networks, engine and training.',
            },
          ],
        },
      ],
    },
  },
  { files: ['**/*.tsx'], ...reactHooks.configs.flat.recommended },
  { files: ['**/*.{js,mjs,astro}'], ...tseslint.configs.disableTypeChecked },
);
