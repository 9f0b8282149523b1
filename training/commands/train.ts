/** `npm run train -- <id or glob> …`: trains and measures the recipes it names. */
import { join } from 'node:path';
import { datasetNames } from '../../src/contract/datasets.ts';
import { modelsFolder } from '../../src/contract/ids.ts';
import { oneOf, outFolder, parseOptions, selectRecipes, wholeNumber } from '../command-line/arguments.ts';
import { UsageError } from '../errors/usage-error.ts';
import { measuredOf } from '../methods/method-of.ts';
import type { MeasuredRecipe } from '../recipes/recipe.ts';
import { supportNetworks, recipes } from '../methods/registry.ts';
import { alteredFolder } from '../store/folders.ts';
import { picturesOf, requireLearnable, sayWhereToLook, type Made } from './pictures.ts';
import { runRecipes } from './run-recipes.ts';
import { writeOnnx } from './write-onnx.ts';

const help = `Usage: npm run train -- <id or glob> [<id or glob> …] [options]

Trains recipes, writes their checkpoints and measures them. What is up to date is skipped.

  --list             show all recipes and stop
  --out <folder>     where checkpoints go: public/models; with --epochs, --dataset or --images, runs/models
  --epochs <n>       train for n epochs instead of the recipe's
  --dataset <name>   mnist or strokes (synthetic digits, no download) instead of the recipe's
  --images <folder>  learn your own pictures instead: PNG and JPEG files in the folder, or in subfolders;
                     GLO takes 2 to 10 subfolders, each a class. All are learned, but for a tenth that
                     autoencoders and VAEs are checked on, in as many steps as the recipe has unless
                     --epochs is given. Nothing here reads such pictures, so nothing is measured
  --size <n>         of their sides, in pixels: 28, 32 or 64; 64 unless said
  --channels <n>     1 (grey) or 3 (colour); 3 unless said
  --onnx             also write each network as an ONNX graph into its folder; the site makes its own
  --tensorboard      write event files of what is trained into runs/<id> (what is up to date: with --force);
                     look with tensorboard --logdir runs
  --workers <n>      models trained at once; all cores unless said
  --force            train also what is up to date
  -h, --help         this text

Examples:
  npm run train -- glo-mnist-lord-sigma0.3
  npm run train -- 'glo-mnist-{exercise,lord}-sigma0.3' --epochs 5
  npm run train -- glo-mnist-exercise-sigma0.3 --dataset strokes
  npm run train -- vae-mnist-conv-variance0.0001 --images faces --onnx

Exit codes: 0 all trained, 1 a run failed, 2 wrong usage, 130 interrupted.
`;

export async function train(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions({
    args,
    allowPositionals: true,
    options: {
      list: { type: 'boolean' },
      out: { type: 'string' },
      epochs: { type: 'string' },
      dataset: { type: 'string' },
      images: { type: 'string' },
      size: { type: 'string' },
      channels: { type: 'string' },
      onnx: { type: 'boolean', default: false },
      tensorboard: { type: 'boolean', default: false },
      workers: { type: 'string' },
      force: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (values.list) {
    for (const { id, title } of [...supportNetworks, ...recipes]) {
      process.stdout.write(`${id.padEnd(42)} ${title}\n`);
    }
    return 0;
  }
  if (positionals.length === 0) throw new UsageError(`Which recipe? Give an id or a glob.\n\n${help}`);
  const numEpochs = wholeNumber(values.epochs, 'epochs');
  const datasetName = oneOf(values.dataset, datasetNames, 'dataset');
  const selected = selectRecipes(positionals);
  const { pictures, flags: picturesFlags } = await picturesOf(values);
  const changed = numEpochs !== undefined || datasetName !== undefined || pictures !== undefined;
  const flags = [
    datasetName === undefined ? '' : ` --dataset ${datasetName}`,
    picturesFlags,
    numEpochs === undefined ? '' : ` --epochs ${numEpochs}`,
  ].join('');
  // A recipe of the same name for both data sets gives one run when one data set is asked for.
  const made = new Map<string, Made>();
  for (const original of selected.recipes) {
    const overrides = { numEpochs, datasetName, pictures: pictures?.set };
    const recipe = measuredOf(original).override(original, overrides) as MeasuredRecipe;
    if (made.has(recipe.id)) continue;
    made.set(recipe.id, { original, recipe, command: `npm run train -- ${original.id}${flags}` });
  }
  if (pictures) requireLearnable(pictures.set, [...made.values()], selected.named);
  const wanted = Array.from(made.values(), ({ recipe }) => recipe);
  const out = outFolder(values.out ?? (changed ? alteredFolder : modelsFolder));
  const exitCode = await runRecipes({
    recipes: wanted,
    named: selected.named,
    pictures,
    out,
    force: values.force,
    numWorkers: wholeNumber(values.workers, 'workers'),
    commandFor: ({ id }) => made.get(id)?.command ?? `npm run train -- ${id}${flags}`,
    ...(values.tensorboard && { logsFor: ({ id }) => join('runs', id) }),
  });
  if (exitCode === 0 && values.onnx) await writeOnnx([...selected.named, ...wanted], out);
  if (exitCode === 0 && pictures) sayWhereToLook(wanted, out);
  return exitCode;
}
