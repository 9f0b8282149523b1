/** `npm run train:all`: trains every recipe of the registry on all cores. */
import { parseOptions, wholeNumber } from '../arguments.ts';
import { recipes } from '../recipes/registry.ts';
import { runRecipes } from './run-recipes.ts';
import { modelsFolder } from './train.ts';

const help = `Usage: npm run train:all [-- options]

Trains every recipe on all cores into public/models. Stop it when you like: the same command goes on
with what is missing.

  --out <folder>   where checkpoints go; public/models unless said
  --workers <n>    models trained at once; all cores unless said
  --force          train also what is up to date
  -h, --help       this text

Exit codes: 0 all trained, 1 a run failed, 2 wrong usage, 130 interrupted.
`;

export async function trainAll(args: string[]): Promise<number> {
  const { values } = parseOptions({
    args,
    options: {
      out: { type: 'string', default: modelsFolder },
      workers: { type: 'string' },
      force: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  return runRecipes(recipes, {
    out: values.out,
    force: values.force,
    numWorkers: wholeNumber(values.workers, 'workers'),
    commandFor: ({ id }) => `npm run train -- ${id}`,
  });
}
