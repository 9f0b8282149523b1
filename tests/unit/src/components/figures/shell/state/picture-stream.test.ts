import { expect, test, vi } from 'vitest';
import {
  createPictureStream,
  type PictureRequest,
} from '../../../../../../../src/components/figures/shell/state/picture-stream.ts';
import { EngineError, type Engine } from '../../../../../../../src/engine/api.ts';
import type { CodeBatch } from '../../../../../../../src/networks/generator/codes.ts';

/** An engine whose pictures are finished by hand; a picture's ink is its first content code. */
function createManualEngine() {
  const started: { id: string; ink: number; finish: () => void; fail: (error: Error) => void }[] = [];
  const load = vi.fn((_family: string, id: string) => Promise.resolve({ manifest: { id } } as never));
  const engine: Engine = {
    kind: 'tfjs',
    load,
    generate: (id, batch, { signal } = {}) =>
      new Promise((resolve, reject) => {
        const { contentCodes } = batch as CodeBatch;
        signal?.addEventListener('abort', () => reject(new EngineError('aborted', 'aborted')));
        const finish = (): void => resolve(Float32Array.from(contentCodes));
        started.push({ id, ink: contentCodes[0], finish, fail: reject });
      }),
    classify: () => Promise.reject(new Error('Nothing is read here.')),
    discriminate: () => Promise.reject(new Error('Nothing is judged here.')),
    encode: () => Promise.reject(new Error('Nothing is encoded here.')),
    decode: () => Promise.reject(new Error('Nothing is decoded here.')),
    observe: () => Promise.reject(new Error('Nobody looks inside.')),
    search: () => Promise.reject(new Error('Nothing is searched here.')),
    dispose: () => undefined,
  };
  return { engine, started, load };
}

function createSubject() {
  const manual = createManualEngine();
  const drawn: string[] = [];
  const errors: string[] = [];
  const stream = createPictureStream<number>({
    onProgress: () => undefined,
    onPicture: ({ request, ink }) => drawn.push(`${request.id} ${ink[0]}`),
    onError: ({ id }, error) => errors.push(`${id} ${error.code}: ${error.message}`),
  });
  const makeBatch: PictureRequest<number>['makeBatch'] = (_, args) => ({
    count: 1,
    contentCodes: Float32Array.of(args),
    classCodes: new Float32Array(),
  });
  const ask = (id: string, args: number): void =>
    stream.request({ engine: manual.engine, family: 'glo', id, args, makeBatch });
  return { ...manual, stream, ask, drawn, errors };
}

/** Lets promises that are settled run their course. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('while a picture is drawn only the newest request waits, and the picture is shown all the same', async () => {
  const { ask, started, drawn } = createSubject();
  for (const args of [1, 2, 3, 4]) ask('a', args);
  await settle();
  expect(started.map(({ ink }) => ink)).toEqual([1]);
  started[0].finish();
  await settle();
  expect(drawn).toEqual(['a 1']);
  started[1].finish();
  await settle();
  expect(drawn).toEqual(['a 1', 'a 4']);
});

test('another checkpoint overtakes what is under way and what waits', async () => {
  const { ask, started, drawn, errors } = createSubject();
  ask('a', 1);
  ask('a', 2);
  await settle();
  ask('b', 3);
  await settle();
  expect(started.map(({ id, ink }) => `${id} ${ink}`)).toEqual(['a 1', 'b 3']);
  for (const { finish } of started) finish();
  await settle();
  expect(drawn).toEqual(['b 3']);
  expect(errors).toEqual([]);
});

test('a checkpoint is asked for once, however many pictures it draws', async () => {
  const { ask, started, load } = createSubject();
  for (const args of [1, 2, 3]) {
    ask('a', args);
    await settle();
    started[args - 1].finish();
    await settle();
  }
  expect(load).toHaveBeenCalledTimes(1);
});

test('a failure is told, and the next request is drawn', async () => {
  const { ask, started, drawn, errors } = createSubject();
  ask('a', 1);
  await settle();
  started[0].fail(new EngineError('network', 'The network is gone.'));
  await settle();
  expect(errors).toEqual(['a network: The network is gone.']);
  ask('a', 2);
  await settle();
  started[1].finish();
  await settle();
  expect(drawn).toEqual(['a 2']);
});

test('an error of no known kind is told as an internal one', async () => {
  const { ask, started, errors } = createSubject();
  ask('a', 1);
  await settle();
  started[0].fail(new Error('boom'));
  await settle();
  expect(errors).toEqual(['a internal: Error: boom']);
});

test('nothing comes after a stop', async () => {
  const { ask, stream, started, drawn, errors } = createSubject();
  ask('a', 1);
  ask('a', 2);
  await settle();
  stream.stop();
  started[0].finish();
  await settle();
  expect([...drawn, ...errors]).toEqual([]);
  expect(started).toHaveLength(1);
});
