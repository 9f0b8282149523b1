/**
 * Trains recipes into a folder of checkpoints: skips what is up to date, shows progress, stops cleanly on Ctrl-C, and makes
 * the folder's index again. What a stopped run had finished stays; what it had not leaves nothing behind.
 */
import { mkdir } from 'node:fs/promises';
import { loadMnist } from '../data/mnist.ts';
import { UsageError } from '../arguments.ts';
import { codeVersion } from '../export/code-version.ts';
import { isUpToDate } from '../export/read-checkpoint.ts';
import { removeLeftovers } from '../export/write-checkpoint.ts';
import { writeIndex } from '../export/write-index.ts';
import type { Job } from '../pool/messages.ts';
import { runJobs } from '../pool/pool.ts';
import { createProgress } from '../progress.ts';
import type { Recipe } from '../recipes/recipe.ts';

interface RunOptions {
  readonly out: string;
  /** Train also what is up to date. */
  readonly force: boolean;
  readonly numWorkers?: number | undefined;
  /** For a recipe, the command that makes its checkpoint again. */
  readonly commandFor: (recipe: Recipe) => string;
}

/** Exit code: 0 all well, 1 a run failed, 130 interrupted. */
export async function runRecipes(recipes: readonly Recipe[], options: RunOptions): Promise<number> {
  const { out, force, numWorkers, commandFor } = options;
  await mkdir(out, { recursive: true }).catch((error: unknown) => {
    throw new UsageError(
      `Checkpoints cannot go into ${out}: ${String(error)}. Give another folder with --out.`,
    );
  });
  await removeLeftovers(out);
  const version = await codeVersion();
  const stale: Recipe[] = [];
  for (const recipe of recipes) {
    if (force || !(await isUpToDate(out, recipe, version))) stale.push(recipe);
  }
  const skipped = recipes.length - stale.length;
  if (skipped > 0)
    process.stderr.write(
      `${skipped} of ${recipes.length} up to date in ${out} (--force trains them again).\n`,
    );
  if (stale.length === 0) {
    await writeIndex(out);
    return 0;
  }

  // Once here, so that a download happens once and a missing data set is one error, not one a worker.
  if (stale.some(({ dataset }) => dataset.name === 'mnist')) await loadMnist('train');
  const jobs = stale.map((recipe): Job => ({
    recipe,
    out,
    provenance: { command: commandFor(recipe), codeVersion: version },
  }));
  const progress = createProgress(jobs);
  const interrupt = new AbortController();
  const onSignal = () => interrupt.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  let failed = 0;
  try {
    await runJobs(jobs, {
      numWorkers,
      signal: interrupt.signal,
      onEvent: (job, event) => {
        if (event.type === 'failed' && !interrupt.signal.aborted) failed++;
        if (!interrupt.signal.aborted) progress.report(job, event);
      },
    });
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
  progress.finish();
  await removeLeftovers(out);
  await writeIndex(out);
  if (!interrupt.signal.aborted) return failed > 0 ? 1 : 0;
  process.stderr.write('Interrupted. What was finished is kept; the same command goes on from there.\n');
  return 130;
}
