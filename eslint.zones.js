// Who may import whom: `target` may not import `from`, and the message says why. tests/unit/zones.test.ts breaks each of them once.
const src = './src';
const zone = (target, from, message) => ({ target, from, message });

/** Files of the trainer that nothing but its command line reaches. */
const trainerFrame = './training/{jobs,pool,plan,store,command-line,commands,errors}/**/*';

export const zones = [
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
    `${src}/offline`,
    ['./src/!(offline|numerics)/**/*', './training/**/*'],
    'offline knows files by their hashes, and nothing of what is in them: it imports numerics only.',
  ),
  zone(
    `${src}/networks`,
    ['./src/!(networks|numerics|contract)/**/*', './training/**/*'],
    'networks import numerics and contract only.',
  ),
  zone(
    `${src}/engine`,
    ['./src/{components,pages,layouts}/**/*', trainerFrame],
    'engine knows no component, no page, and of the trainer only what makes a model.',
  ),
  zone(
    [`${src}/engine/*.ts`, `${src}/engine/!(training)/**/*`],
    './training',
    'only the programs of engine/*training.worker.ts may train: a method is no part of the page.',
  ),
  zone(
    [`${src}/components`, `${src}/pages`, `${src}/engine/!(training.worker|encoder-training.worker).ts`],
    `${src}/engine/training/**/*`,
    'engine/training runs in engine/*training.worker.ts alone: talk to it by trainer-client.ts.',
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
    './src/!(library)/**/*',
    `${src}/library`,
    'library is for the pages of others: the site and the trainer have what it is made of.',
  ),
  zone(
    './training',
    ['./src/components', './src/engine', './src/library', './src/pages', './src/layouts'],
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
    './training/{jobs,pool,plan,store,errors}/**/*',
    './training/{commands,command-line}/**/*',
    'the command line calls the trainer, not the other way.',
  ),
  zone('./training/command-line', './training/commands', 'a command reads its arguments, not the other way.'),
];
