/** `npm run train:all`: trains and measures every recipe of the registry, a group of it, or a shard of it, on all cores. */
import { datasetNames } from '../../src/contract/datasets.ts';
import { modelsFolder } from '../../src/contract/ids.ts';
import { oneOf, outFolder, parseOptions, parseShard, wholeNumber } from '../command-line/arguments.ts';
import { wrapped } from '../command-line/wrapped.ts';
import { measuredOf } from '../methods/method-of.ts';
import type { MeasuredRecipe } from '../recipes/recipe.ts';
import { recipes } from '../methods/registry.ts';
import { alteredFolder } from '../store/folders.ts';
import { runRecipes } from './run-recipes.ts';
import { summaryTable } from './summary-table.ts';

/** In the order of the registry. */
const groupNames = [...new Set(recipes.map(({ group }) => group))];

const help = `Usage: npm run train:all [-- options]

Trains every recipe on all cores into public/models, and measures it. Stop it when you like: the same
command goes on with what is missing. Ends with a table of what was measured.

  --group <name>   only one part: ${wrapped(groupNames, { indent: 19, width: 80, first: 16 })}
  --shipped        only runs whose weights the site ships
  --shard <i/n>    only the i-th of n parts, for n machines or processes; give each its own --out,
                   then join them with npm run merge
  --dataset <name> mnist or strokes: only runs on that data set
  --epochs <n>     train for n epochs instead of each recipe's: everything is measured lightly, and
                   baselines, marks and maps of codes are left out
  --out <folder>   where checkpoints go: public/models; with --epochs, runs/models
  --workers <n>    models trained at once; all cores unless said
  --force          train also what is up to date
  -h, --help       this text

Exit codes: 0 all trained, 1 a run failed, 2 wrong usage, 130 interrupted.
`;

export async function trainAll(args: string[]): Promise<number> {
  const { values } = parseOptions({
    args,
    options: {
      group: { type: 'string' },
      shipped: { type: 'boolean', default: false },
      shard: { type: 'string' },
      dataset: { type: 'string' },
      epochs: { type: 'string' },
      out: { type: 'string' },
      workers: { type: 'string' },
      force: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const group = oneOf(values.group, groupNames, 'group');
  const datasetName = oneOf(values.dataset, datasetNames, 'dataset');
  const isMine = parseShard(values.shard);
  const numEpochs = wholeNumber(values.epochs, 'epochs');
  const altered = numEpochs !== undefined;
  return runRecipes({
    recipes: recipes
      .filter((recipe) => group === undefined || recipe.group === group)
      .filter((recipe) => datasetName === undefined || recipe.dataset.name === datasetName)
      .filter((recipe) => !values.shipped || recipe.ships)
      .filter((_, index) => isMine(index))
      .map((recipe) => measuredOf(recipe).override(recipe, { numEpochs }) as MeasuredRecipe),
    references: !altered,
    maps: !altered,
    out: outFolder(values.out ?? (altered ? alteredFolder : modelsFolder)),
    force: values.force,
    numWorkers: wholeNumber(values.workers, 'workers'),
    commandFor: ({ id }) => `npm run train -- ${id}${altered ? ` --epochs ${numEpochs}` : ''}`,
    onSummary: (metrics) => process.stdout.write(summaryTable(metrics, group)),
  });
}
