/** `npm run evaluate -- <id or glob> …`: measures checkpoints again from their files, without training. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseOptions, selectRecipes, wholeNumber } from '../arguments.ts';
import { checkpointFolder, modelsFolder } from '../folders.ts';
import { referenceId } from '../plan.ts';
import { UsageError } from '../usage-error.ts';
import { measureRecipes } from './run-recipes.ts';

const help = `Usage: npm run evaluate -- <id or glob> [<id or glob> …] [options]

Measures checkpoints again from their files and writes their metrics.json, without training. Runs whose
weights are not shipped have to be trained on this machine first. ${referenceId('mnist')} and
${referenceId('strokes')} are the floors and marks of the data sets.

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
  const datasets = (['mnist', 'strokes'] as const).filter((name) => positionals.includes(referenceId(name)));
  const patterns = positionals.filter((id) => !datasets.some((name) => referenceId(name) === id));
  const { recipes } = selectRecipes(patterns);
  const { out } = values;
  const missing = recipes.filter(
    (recipe) => !existsSync(join(checkpointFolder(out, recipe), 'manifest.json')),
  );
  if (missing.length > 0) {
    const ids = missing.map(({ id }) => id);
    throw new UsageError(
      `There are no weights of ${ids.join(', ')} to measure. Train first: npm run train -- ${ids.join(' ')}`,
    );
  }
  return measureRecipes({ recipes, datasets, out, numWorkers: wholeNumber(values.workers, 'workers') });
}
