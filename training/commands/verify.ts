/** `npm run verify -- <id>`: trains a checkpoint again from its manifest and compares every file, hash by hash. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOf, type Manifest } from '../../src/contract/manifest.ts';
import { parseOptions, UsageError } from '../arguments.ts';
import { codeVersion } from '../export/code-version.ts';
import { checkCheckpoint } from '../export/read-checkpoint.ts';
import type { Job } from '../pool/messages.ts';
import { runJobs } from '../pool/pool.ts';
import { createProgress } from '../progress.ts';
import type { Recipe } from '../recipes/recipe.ts';
import { modelsFolder } from './train.ts';

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
  const committed = await Promise.all(positionals.map((id) => checkCheckpoint(join(values.out, id))));
  const scratch = await mkdtemp(join(tmpdir(), 'glo-verify-'));
  try {
    const jobs = committed.map((manifest): Job => ({
      recipe: recipeOf(manifest),
      out: scratch,
      command: manifest.provenance.command,
    }));
    const progress = createProgress(jobs);
    await runJobs(jobs, { onEvent: (job, event) => progress.report(job, event) });
    progress.finish();
    const version = await codeVersion();
    let same = true;
    for (const manifest of committed) {
      const again = await checkCheckpoint(join(scratch, manifest.id));
      const differing = differences(manifest, again);
      same &&= differing.length === 0;
      const verdict = differing.length === 0 ? 'the same bytes' : `differs: ${differing.join(', ')}`;
      const note =
        manifest.provenance.codeVersion === version ? '' : ' (made by another version of the code)';
      process.stdout.write(`${manifest.id}: ${verdict}${note}\n`);
    }
    return same ? 0 : 1;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** A manifest holds every setting that decides the bytes, so it can be trained again without the registry. */
const recipeOf = ({ id, title, dataset, model, training }: Manifest): Recipe => ({
  id,
  title,
  group: 'sigma',
  dataset: { name: dataset.name, numImages: dataset.numImages },
  dims: { classDim: model.classDim, contentDim: model.contentDim },
  training,
});

/** Paths of files whose bytes differ, and `manifest.json` when it differs in more than where it comes from. */
function differences(committed: Manifest, again: Manifest): string[] {
  const hashes = new Map(filesOf(again).map(({ path, sha256 }) => [path, sha256]));
  const differing = filesOf(committed).filter(({ path, sha256 }) => hashes.get(path) !== sha256);
  const content = (manifest: Manifest) => JSON.stringify({ ...manifest, provenance: undefined });
  const paths = differing.map(({ path }) => path);
  return content(committed) === content(again) ? paths : [...paths, 'manifest.json'];
}
