// Lint rules: strict types, and who may import whom (one message a zone).
import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const src = './src';
const zone = (target, from, message) => ({ target, from, message });

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
    ['./src/components', './src/pages', './src/layouts', './training'],
    'engine knows no component, no page and no trainer.',
  ),
  zone(
    ['./src/components', './src/pages', './src/layouts'],
    './training/!(data|export|methods)/**/*',
    'pages and components never import the trainer; numbers come from the files it writes.',
  ),
  zone(
    `${src}/components/controls`,
    ['./src/engine', './src/networks', './src/components/figures'],
    'controls know no model: pass values and callbacks.',
  ),
  zone('./src/!(pages)/**/*', './src/pages', 'nothing imports a page.'),
  zone(
    './training',
    ['./src/components', './src/engine', './src/pages', './src/layouts'],
    'the trainer imports networks, numerics and contract only.',
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
      'import-x/no-cycle': 'error',
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
    files: ['src/contract/**', 'src/numerics/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!zod$|\\.)', message: 'contract imports zod only, numerics nothing.' }] },
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
