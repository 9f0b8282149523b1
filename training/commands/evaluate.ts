/** `npm run evaluate -- <id or glob> …`: measures checkpoints again from their files, without training. */
import { datasetNames } from '../../src/contract/datasets.ts';
import { codeMapFolder, modelsFolder } from '../../src/contract/ids.ts';
import { didYouMean, outFolder, parseOptions, wholeNumber } from '../command-line/arguments.ts';
import { UsageError } from '../errors/usage-error.ts';
import { referenceId } from '../plan/references.ts';
import type { MeasuredRecipe } from '../recipes/recipe.ts';
import { mappedOf } from '../methods/method-of.ts';
import { findRecipes, supportNetworks, matchesId, recipes } from '../methods/registry.ts';
import { listStored, readMeasurable } from '../store/stored-recipes.ts';
import { measureRecipes } from './run-recipes.ts';

const help = `Usage: npm run evaluate -- <id or glob> [<id or glob> …] [options]

Measures checkpoints again from their files and writes their metrics.json, without training. Runs whose
weights are not shipped have to be trained on this machine first; a glob names those that are here.
${referenceId('mnist')} and ${referenceId('strokes')} are the baselines and marks of the data sets;
${codeMapFolder('<id>')} is the map of the codes of a run, which pages walk through.

  --out <folder>   where the checkpoints are; public/models unless said
  --workers <n>    checkpoints measured at once; all cores unless said
  -h, --help       this text

Exit codes: 0 all measured, 1 a failure, 2 wrong usage, 130 interrupted.
`;

export async function evaluate(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string', default: modelsFolder },
      workers: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (positionals.length === 0) throw new UsageError(`Which checkpoint? Give an id or a glob.\n\n${help}`);
  const out = outFolder(values.out);
  const numWorkers = wholeNumber(values.workers, 'workers');
  const stored = await measurable(out);
  const mapped = [...stored.values()].filter((recipe) => mappedOf(recipe)?.isMapped(recipe));
  const measurements = [
    ...stored.keys(),
    ...datasetNames.map(referenceId),
    ...mapped.map(({ id }) => codeMapFolder(id)),
  ];
  const ids = new Set(positionals.flatMap((pattern) => select(pattern, measurements, out)));
  return measureRecipes({
    recipes: [...stored].filter(([id]) => ids.has(id)).map(([, recipe]) => recipe),
    datasets: datasetNames.filter((name) => ids.has(referenceId(name))),
    mapped: mapped.filter(({ id }) => ids.has(codeMapFolder(id))),
    out,
    numWorkers,
  });
}

/** The checkpoints that are there and whose runs are measured, by id. */
async function measurable(out: string): Promise<ReadonlyMap<string, MeasuredRecipe>> {
  const found = new Map<string, MeasuredRecipe>();
  for (const [id, ships] of await listStored(out)) {
    const recipe = await readMeasurable(out, id, ships);
    if (recipe) found.set(id, recipe);
  }
  return found;
}

/**
 * Ids of what an id or glob names and what can be measured.
 * @throws UsageError when there is none: its weights are not here, it is a classifier, it learned pictures, or there is no such recipe.
 */
function select(pattern: string, measurements: readonly string[], out: string): readonly string[] {
  const found = measurements.filter((id) => matchesId(id, pattern));
  if (found.length > 0) return found;
  const known = findRecipes(pattern).map(({ id }) => id);
  if (known.length > 0) {
    const into = out === modelsFolder ? '' : ` --out ${out}`;
    throw new UsageError(
      `There are no weights of ${known.join(', ')} in ${out} to measure. Train first: npm run train -- ${known.join(' ')}${into}`,
    );
  }
  if (supportNetworks.some(({ id }) => matchesId(id, pattern))) {
    throw new UsageError(
      `${pattern} is a classifier, which is measured when it is trained: npm run train -- ${pattern} --force`,
    );
  }
  if (pattern.includes('-pictures-')) {
    throw new UsageError(
      `${pattern} learned a folder of pictures, and no classifier here reads those: there is nothing to measure.`,
    );
  }
  const nearest = [...recipes.map(({ id }) => id), ...measurements];
  throw new UsageError(
    `No recipe is called ${pattern}. ${didYouMean(pattern, [...new Set(nearest)])} npm run train -- --list shows all.`,
  );
}
