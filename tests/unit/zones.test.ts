/** Every zone of the linter, broken once: an invented file that imports what it may not gets the zone's message. */
import { ESLint } from 'eslint';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import { expect, it } from 'vitest';
import { zones } from '../../eslint.zones.js';

/** By the message's first words: a file that is not there, and what it imports. */
const breaches: readonly (readonly [message: string, file: string, imported: string])[] = [
  ['contract is', 'src/contract/invented.ts', '../numerics/arrays.ts'],
  ['numerics are', 'src/numerics/invented.ts', '../contract/ids.ts'],
  ['offline knows', 'src/offline/invented.ts', '../contract/ids.ts'],
  ['networks import', 'src/networks/invented.ts', '../engine/api.ts'],
  ['engine knows', 'src/engine/invented.ts', '../components/build/metrics.ts'],
  [
    'only the programs of engine/*training.worker.ts',
    'src/engine/invented.ts',
    '../../training/methods/table.ts',
  ],
  ['engine/training runs', 'src/components/figures/invented.ts', '../../engine/training/session.ts'],
  ['components never', 'src/components/figures/invented.ts', '../../../training/methods/table.ts'],
  ['only what a figure reads', 'src/components/mdx/invented.ts', '../../../training/data/sources.ts'],
  ['an island runs', 'src/components/figures/Invented.tsx', '../../../training/data/sources.ts'],
  ['endpoints make', 'src/pages/invented.ts', '../../training/plan/plan.ts'],
  ['controls know', 'src/components/controls/invented.ts', '../../engine/api.ts'],
  ['charts draw', 'src/components/charts/invented.ts', '../figures/losses/state.ts'],
  ['the vocabulary', 'src/components/mdx/invented.ts', '../../engine/api.ts'],
  ['nothing imports a page', 'src/layouts/invented.ts', '../pages/models/metrics.json.ts'],
  ['library is for', 'src/components/figures/invented.ts', '../../library/folder-url.ts'],
  ['the trainer imports', 'training/data/invented.ts', '../../src/engine/api.ts'],
  ['what makes and measures', 'training/methods/invented.ts', '../plan/plan.ts'],
  ['a method uses', 'training/evaluation/invented.ts', '../methods/table.ts'],
  ['the command line calls', 'training/plan/invented.ts', '../command-line/arguments.ts'],
  ['a command reads', 'training/command-line/invented.ts', '../commands/train.ts'],
];

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.ts', '**/*.tsx'],
      plugins: { 'import-x': importX },
      settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx'] })] },
      rules: { 'import-x/no-restricted-paths': ['error', { zones }] },
    },
  ],
});

const messagesOf = async (file: string, imported: string): Promise<string[]> => {
  const [result] = await eslint.lintText(`import '${imported}';\n`, { filePath: file });
  return result.messages.map(({ message }) => message);
};

it.each(breaches)('%s: %s may not import %s', async (start, file, imported) => {
  const messages = await messagesOf(file, imported);
  expect(messages.some((message) => message.includes(start))).toBe(true);
});

it('has a breach of every zone here', () => {
  for (const { message } of zones as readonly { readonly message: string }[]) {
    expect(breaches.filter(([start]) => message.startsWith(start))).toHaveLength(1);
  }
  expect(breaches).toHaveLength(zones.length);
});

it('lets through what the house allows', async () => {
  expect(await messagesOf('src/engine/invented.ts', '../networks/blocks/heap.ts')).toEqual([]);
  expect(await messagesOf('src/engine/training.worker.ts', './training/session.ts')).toEqual([]);
  expect(await messagesOf('src/engine/encoder-training.worker.ts', './training/vae/session.ts')).toEqual([]);
  expect(await messagesOf('src/engine/training/invented.ts', '../../../training/methods/table.ts')).toEqual(
    [],
  );
  expect(await messagesOf('src/pages/invented.ts', '../../training/methods/make-onnx.ts')).toEqual([]);
  expect(await messagesOf('training/methods/invented.ts', '../evaluation/instrument.ts')).toEqual([]);
});
