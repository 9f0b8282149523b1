/** One runtime's part in the comparison. */
import { reconstructions, type CodeBatch } from '../../networks/generator/codes.ts';
import { createRandom, normalArray } from '../../numerics/random.ts';
import type { OpenNetwork } from '../adapters/adapter.ts';
import type { GeneratorRuntime } from '../adapters/generator-runtime.ts';
import type { Checkpoint } from '../api.ts';
import { fetchCheckpoint } from '../checkpoint-files.ts';
import { EngineError } from '../engine-error.ts';
import { modelsUrl } from '../models-url.ts';
import { abilitiesHere, whyUnavailable } from './availability.ts';
import { downloadedHere } from './downloaded.ts';
import {
  batchSizes,
  numCompared,
  type BareGraph,
  type FromRuntimeWorker,
  type RuntimeKind,
  type Subject,
} from './kinds.ts';
import { medianLatency } from './latency.ts';
import { runtimes } from './runtime.ts';

type Post = (message: FromRuntimeWorker) => void;

/** What is drawn with: a generator, and codes for as many pictures as are asked for. */
interface Opened {
  readonly draw: (codes: CodeBatch) => Promise<Float32Array<ArrayBuffer>>;
  readonly codes: (count: number) => CodeBatch;
}

/** @throws whatever the runtime throws. */
export async function runOne(kind: RuntimeKind, subject: Subject, post: Post): Promise<void> {
  const reason = whyUnavailable(kind, subject.kind, await abilitiesHere());
  if (reason !== undefined) {
    post({ type: 'unavailable', reason });
    return;
  }
  const runtime = await runtimes[kind]();
  const { signal } = new AbortController();
  await runtime.start(signal, (progress) => post({ type: 'loading', progress }));
  const { draw, codes } = await openSubject(runtime, subject, post);
  post({ type: 'pictures', ink: await draw(codes(numCompared)) });
  for (const batchSize of batchSizes) {
    const batch = codes(batchSize);
    post({ type: 'latency', batchSize, ms: await medianLatency(() => draw(batch)) });
  }
  post({ type: 'done', downloaded: downloadedHere(modelsUrl()) });
}

async function openSubject(runtime: GeneratorRuntime, subject: Subject, post: Post): Promise<Opened> {
  if (subject.kind === 'graph') return openGraph(runtime, subject.graph);
  const { checkpoint, network } = await fetchCheckpoint(subject.key, {
    modelsUrl: modelsUrl(),
    networkFile: runtime.networkFile,
    signal: new AbortController().signal,
    onProgress: (progress) => post({ type: 'loading', progress }),
  });
  if (checkpoint.manifest.family !== 'glo') {
    throw new EngineError('contract', 'Only generators of GLO are compared. Choose a checkpoint of GLO.');
  }
  const glo = checkpoint as Checkpoint<'glo'>;
  const { dataset, previews } = glo.manifest;
  // First the images of the previews, one of each class; then whatever comes.
  const imageOf = (i: number): number => previews.images[i] ?? i % dataset.numImages;
  return {
    draw: drawerOf(await runtime.open(glo.manifest, network)),
    codes: (count) =>
      reconstructions(
        glo,
        Array.from({ length: count }, (_, i) => imageOf(i)),
      ),
  };
}

/** It comes without codes: these are drawn from N(0, I), by a fixed seed. */
async function openGraph(
  { openGraph: open }: GeneratorRuntime,
  { file, contentDim, classDim }: BareGraph,
): Promise<Opened> {
  return {
    draw: drawerOf((await open?.({ contentDim, classDim }, file)) ?? {}),
    codes(count) {
      const random = createRandom('codes of a graph');
      return {
        count,
        contentCodes: normalArray(random.fork('content'), count * contentDim, 1),
        classCodes: normalArray(random.fork('class'), count * classDim, 1),
      };
    },
  };
}

function drawerOf({ generate }: Pick<OpenNetwork, 'generate'>): Opened['draw'] {
  if (generate) return generate;
  throw new EngineError('internal', 'This runtime opened no generator. Choose another checkpoint.');
}
