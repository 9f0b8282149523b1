/** `npm run verify -- <id>`: trains a checkpoint again from its manifest and compares every file, hash by hash. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOf, type Manifest } from '../../src/contract/manifest.ts';
import { didYouMean, parseOptions } from '../arguments.ts';
import { checkCheckpoint } from '../export/read-checkpoint.ts';
import { indexOf } from '../export/write-index.ts';
import { criticOf, needsCritic, trainerVersion, versionWithCritic } from '../plan.ts';
import type { GloJob } from '../pool/messages.ts';
import { runJobs } from '../pool/pool.ts';
import { createProgress } from '../progress.ts';
import type { Recipe } from '../recipes/recipe.ts';
import { modelsFolder } from '../folders.ts';
import { UsageError } from '../usage-error.ts';

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
  const committed = await Promise.all(positionals.map((id) => readCommitted(values.out, id)));
  const scratch = await mkdtemp(join(tmpdir(), 'glo-verify-'));
  try {
    const version = await trainerVersion();
    const jobs = await Promise.all(
      committed.map(async (manifest): Promise<GloJob> => {
        const recipe = recipeOf(manifest);
        const critic = needsCritic(recipe) ? join(values.out, criticOf(recipe.dataset.name)) : undefined;
        const codeVersion = await versionWithCritic(version, critic);
        return {
          kind: 'glo',
          id: recipe.id,
          out: scratch,
          recipe,
          trains: true,
          measures: false,
          numSteps: recipe.training.numEpochs,
          judge: '',
          critic,
          logs: undefined,
          provenance: { ...manifest.provenance, codeVersion, evaluationVersion: '' },
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

/** @throws UsageError when there is no such checkpoint, ContractError when it is not whole. */
async function readCommitted(out: string, id: string): Promise<Manifest> {
  if (existsSync(join(out, id))) return checkCheckpoint(join(out, id));
  const { checkpoints } = await indexOf(out);
  const ids = checkpoints.map((checkpoint) => checkpoint.id);
  throw new UsageError(`There is no checkpoint ${id} in ${out}. ${didYouMean(id, ids)}`);
}

/** A manifest holds every setting that decides the bytes, so it can be trained again without the registry. */
const recipeOf = ({ id, title, group, dataset, model, training, files }: Manifest): Recipe => ({
  id,
  title,
  group,
  dataset: { name: dataset.name, numTrainingImages: dataset.numTrainingImages },
  dims: { classDim: model.classDim, contentDim: model.contentDim },
  training,
  ships: true,
  evaluation: 'light',
  drawsEpochs: files.epochs !== undefined,
});

/** Paths of files whose bytes differ, and `manifest.json` when it differs in more than where it comes from. */
function differences(committed: Manifest, again: Manifest): string[] {
  const hashes = new Map(filesOf(again).map(({ path, sha256 }) => [path, sha256]));
  const differing = filesOf(committed).filter(({ path, sha256 }) => hashes.get(path) !== sha256);
  const content = (manifest: Manifest) => JSON.stringify({ ...manifest, provenance: undefined });
  const paths = differing.map(({ path }) => path);
  return content(committed) === content(again) ? paths : [...paths, 'manifest.json'];
}
