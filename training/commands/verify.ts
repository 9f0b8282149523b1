/** `npm run verify -- <id>`: trains a checkpoint again from its manifest and compares every file, hash by hash. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modelsFolder } from '../../src/contract/ids.ts';
import { filesOf, type Manifest } from '../../src/contract/manifest.ts';
import { didYouMean, outFolder, parseOptions } from '../command-line/arguments.ts';
import { createProgress } from '../pool/progress.ts';
import { UsageError } from '../errors/usage-error.ts';
import { checkCheckpoint } from '../export/read-checkpoint.ts';
import { findTrainingNetwork } from '../plan/support-networks.ts';
import { trainingVersion } from '../plan/versions.ts';
import type { RunJob } from '../jobs/messages.ts';
import { runJobs } from '../pool/pool.ts';
import { stepsOf } from '../recipes/recipe.ts';
import { checkpointFolder } from '../store/folders.ts';
import { listStored, recipeOf } from '../store/stored-recipes.ts';

const help = `Usage: npm run verify -- <id> [<id> …] [--out <folder>]

Trains checkpoints again, with the settings in their manifests, and compares the hash of every file.

  --out <folder>  where the checkpoints are; public/models unless said
  -h, --help      this text

Exit codes: 0 all the same, 1 a difference or a failure, 2 wrong usage.
`;

export async function verify(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions({
    args,
    allowPositionals: true,
    options: { out: { type: 'string', default: modelsFolder }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (positionals.length === 0) throw new UsageError(`Which checkpoint? Give an id.\n\n${help}`);
  const out = outFolder(values.out);
  const committed = await Promise.all(positionals.map((id) => readCommitted(out, id)));
  for (const { id, dataset, provenance } of committed)
    if (dataset.pictures) throw untold(id, provenance.command);
  const scratch = await mkdtemp(join(tmpdir(), 'glo-verify-'));
  try {
    const jobs = await Promise.all(
      committed.map(async (manifest): Promise<RunJob> => {
        const recipe = recipeOf(manifest, true);
        const trainingNetwork = await findTrainingNetwork(recipe, out);
        const codeVersion = await trainingVersion(recipe, trainingNetwork);
        return {
          kind: 'run',
          id: recipe.id,
          out: scratch,
          recipe,
          trains: true,
          measures: false,
          numSteps: stepsOf(recipe),
          trainingNetwork,
          provenance: { ...manifest.provenance, codeVersion },
        };
      }),
    );
    const progress = createProgress(jobs);
    await runJobs(jobs, { onEvent: (job, event) => progress.report(job, event) });
    progress.finish();
    let same = true;
    for (const manifest of committed) {
      const again = await checkCheckpoint(join(scratch, manifest.id)).catch(() => undefined);
      const differing = again ? differences(manifest, again) : ['training failed'];
      same &&= differing.length === 0;
      const verdict = differing.length === 0 ? 'the same bytes' : `differs: ${differing.join(', ')}`;
      const note =
        manifest.provenance.codeVersion === again?.provenance.codeVersion
          ? ''
          : ' (made by another version of the code)';
      process.stdout.write(`${manifest.id}: ${verdict}${note}\n`);
    }
    return same ? 0 : 1;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

const untold = (id: string, command: string) =>
  new UsageError(
    `${id} learned a folder of pictures, and its manifest does not say where that is. Train it again into another folder, and compare: ${command} --out <other folder>`,
  );

/** @throws UsageError when there are no weights of that id, ContractError when they are not whole. */
async function readCommitted(out: string, id: string): Promise<Manifest> {
  const stored = await listStored(out);
  const ships = stored.get(id);
  if (ships !== undefined) return checkCheckpoint(checkpointFolder(out, { id, ships }));
  throw new UsageError(`There is no checkpoint ${id} in ${out}. ${didYouMean(id, [...stored.keys()])}`);
}

/** Paths of files whose bytes differ, and `manifest.json`, which holds the hash of the ONNX graph too, when it differs in more than where it comes from. */
function differences(committed: Manifest, again: Manifest): string[] {
  const hashes = new Map(filesOf(again).map(({ path, sha256 }) => [path, sha256]));
  const differing = filesOf(committed).filter(({ path, sha256 }) => hashes.get(path) !== sha256);
  const content = (manifest: Manifest) => JSON.stringify({ ...manifest, provenance: undefined });
  const paths = differing.map(({ path }) => path);
  return content(committed) === content(again) ? paths : [...paths, 'manifest.json'];
}
