/** The search as a figure makes it, on a small checkpoint behind a real session. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { betweenCodes, numBetween } from '../../../../../../src/components/figures/draw/between.ts';
import { codesJson, stripSvg } from '../../../../../../src/components/figures/draw/digit-files.ts';
import {
  bestClass,
  createSearcher,
  foundContent,
  isDone,
  nearestOfEachClass,
  numSteps,
  stepOf,
  type Found,
  type SearchRequest,
} from '../../../../../../src/components/figures/draw/searcher.ts';
import type { Engine } from '../../../../../../src/engine/api.ts';
import { createSession } from '../../../../../../src/engine/session.ts';
import { reconstructions } from '../../../../../../src/networks/generator/codes.ts';
import { serveFiles, type FileServer } from '../../../engine/file-server.ts';
import { nodeAdapter } from '../../../engine/node-adapters.ts';
import { smallCheckpoint } from '../../../engine/small-checkpoint.ts';

// Every class once, so that each search has somewhere to begin.
const small = smallCheckpoint('glo-strokes-small', '3140592687');
const { id, dataset } = small.manifest;
const { signal } = new AbortController();

let server: FileServer;
let engine: Engine;
let request: SearchRequest;

beforeEach(async () => {
  server = await serveFiles();
  for (const [path, bytes] of small.files) server.files.set(`models/${id}/${path}`, bytes);
  const session = createSession({ adapter: nodeAdapter('tfjs', server), modelsUrl: `${server.url}models/` });
  engine = {
    kind: 'tfjs',
    load: (family, key, options) => session.load(family, key, options),
    generate: (key, input, options) => session.run('generate', key, input, options),
    search: (key, input, options) => session.run('search', key, input, options),
  } as Engine;
  const image = await engine.generate(id, reconstructions(small, [4]));
  request = { engine, id, name: 'given0', image, start: 'nearest', seed: 0, encoders: undefined };
});
afterEach(() => server.close());

async function searchOn(found: Found, slices: readonly number[]): Promise<Found> {
  let now = found;
  for (const count of slices) now = await createSearcher().advance(now, count, { signal });
  return now;
}

describe('a search for the codes of a picture', () => {
  it('begins, of each class, at the learned code whose picture is nearest', async () => {
    const found = await createSearcher().begin(request, { signal });
    expect(stepOf(found)).toBe(0);
    expect(isDone(found)).toBe(false);
    // The picture is one that it learned: in its own class there is nothing left to find.
    const digit = Number(dataset.labels[4]);
    expect(bestClass(found.state.best.loss)).toBe(digit);
    expect(found.state.best.loss[digit]).toBeLessThan(1e-6);
  });

  it('comes to the same in one slice as in many, and then draws the content in every class', async () => {
    const begun = await createSearcher().begin({ ...request, seed: 5 }, { signal });
    const atOnce = await searchOn(begun, [numSteps + 20]);
    const inSlices = await searchOn(begun, [1, 30, 30, 30]);
    expect(inSlices.bestAfter).toEqual(atOnce.bestAfter);
    expect(stepOf(atOnce)).toBe(numSteps);
    expect(isDone(atOnce)).toBe(true);
    expect(atOnce.everyDigit).toEqual(inSlices.everyDigit);
    expect(atOnce.everyDigit).toHaveLength(10 * 784);
    const best = bestClass(atOnce.state.best.loss);
    expect(atOnce.everyDigit?.slice(best * 784, (best + 1) * 784)).toEqual(
      atOnce.ink.slice(best * 784, (best + 1) * 784),
    );
  });

  it('begins elsewhere with another seed, and at the same place with the same', async () => {
    const starts = async (seed: number) =>
      (await createSearcher().begin({ ...request, seed }, { signal })).bestAfter[0];
    const twelve = smallCheckpoint('glo-strokes-twenty', '01234567890123456789');
    for (const [path, bytes] of twelve.files) server.files.set(`models/${twelve.manifest.id}/${path}`, bytes);
    request = { ...request, id: twelve.manifest.id };
    expect(await starts(1)).toEqual(await starts(1));
    expect(await starts(1)).not.toEqual(await starts(2));
  });

  it('stops when its signal fires', async () => {
    const leave = new AbortController();
    const begun = await createSearcher().begin(request, { signal });
    const next = createSearcher().advance(begun, 80, { signal: leave.signal });
    leave.abort();
    await expect(next).rejects.toMatchObject({ code: 'aborted' });
  });

  it('is saved with everything that it takes to draw it again', async () => {
    const done = await searchOn(await createSearcher().begin(request, { signal }), [numSteps]);
    const saved = JSON.parse(codesJson(done)) as {
      contentCode: number[];
      classCode: number[];
      digit: number;
    };
    const drawn = await engine.generate(id, {
      count: 1,
      contentCodes: Float32Array.from(saved.contentCode),
      classCodes: Float32Array.from(saved.classCode),
    });
    const expected = done.ink.subarray(saved.digit * 784, (saved.digit + 1) * 784);
    drawn.forEach((ink, p) => expect(ink).toBeCloseTo(expected[p], 5));
    expect(saved).toMatchObject({ checkpoint: id, start: 'nearest', seed: 0, numSteps: 80 });
  });

  it('has a straight line to another hand, with both ends on it', async () => {
    const found = await createSearcher().begin(request, { signal });
    const to = foundContent(found);
    const from = to.map((value) => value + 1);
    const batch = betweenCodes(found.checkpoint, { from: [...from], to: [...to], classes: [3, 5] });
    expect(batch.count).toBe(2 * numBetween);
    const { contentDim, classDim } = small.manifest.model;
    expect(batch.contentCodes.slice(0, contentDim)).toEqual(from);
    expect(batch.contentCodes.slice(-contentDim)).toEqual(to);
    expect(batch.classCodes.slice(-classDim)).toEqual(small.classCodes.slice(5 * classDim, 6 * classDim));
  });
});

it('finds, of each class, the picture that is nearest in pixels', () => {
  const labels = '00112233445566778899';
  const ink = new Float32Array(20 * 784);
  for (let i = 1; i < 20; i += 2) ink.fill(1, i * 784, (i + 1) * 784);
  const full = new Float32Array(784).fill(0.9);
  expect(nearestOfEachClass(labels, ink, full)).toEqual([1, 3, 5, 7, 9, 11, 13, 15, 17, 19]);
});

it('writes pictures as SVG: a path for each amount of ink, a square a pixel', () => {
  const ink = new Float32Array(2 * 784);
  ink[0] = 1;
  ink[784 + 29] = 0.2;
  expect(stripSvg(ink, 'two')).toBe(
    [
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 28" shape-rendering="crispEdges">',
      '<title>two</title>',
      '<path fill-opacity="0.20" d="M29 1h1v1h-1z"/>',
      '<path fill-opacity="1.00" d="M0 0h1v1h-1z"/>',
      '</svg>\n',
    ].join('\n'),
  );
});
