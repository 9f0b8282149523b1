import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../../../src/engine/dropped/limits.ts';
import { readDropped, type GivenFile } from '../../../../../src/engine/dropped/read-dropped.ts';
import { smallCheckpoint } from '../small-checkpoint.ts';

const given = (path: string, bytes: Uint8Array<ArrayBuffer> = Uint8Array.of(1, 2)): GivenFile => ({
  path,
  file: new Blob([bytes]),
});
const message = (files: readonly GivenFile[]): Promise<string> =>
  readDropped(files).then(
    () => 'it was read',
    (error: unknown) => (error as Error).message,
  );

describe('what a reader gives', () => {
  it('is a folder, whose files have their paths within it', async () => {
    const dropped = await readDropped([
      given('run/manifest.json'),
      given('run/weights.safetensors'),
      given('notes.txt'),
    ]);
    expect(dropped).toEqual({
      kind: 'checkpoint',
      files: new Map([
        ['manifest.json', Uint8Array.of(1, 2)],
        ['weights.safetensors', Uint8Array.of(1, 2)],
      ]),
    });
  });

  it('is a zip, with or without the folder around it', async () => {
    for (const folder of ['', 'runs/models/run/']) {
      const zip = Uint8Array.from(zipSync({ [`${folder}manifest.json`]: Uint8Array.of(3) }));
      expect(await readDropped([given('run.ZIP', zip)])).toEqual({
        kind: 'checkpoint',
        files: new Map([['manifest.json', Uint8Array.of(3)]]),
      });
    }
  });

  it('is a graph alone', async () => {
    const file = smallCheckpoint().files.get('generator.onnx') ?? new Uint8Array();
    expect(await readDropped([given('generator.onnx', file)])).toMatchObject({
      kind: 'graph',
      graph: { id: 'glo-strokes-small', contentDim: 4, classDim: 3 },
    });
  });

  it('is refused when it is nothing, or something else', async () => {
    expect(await message([])).toBe(
      'There is no file in it. Take the folder of a checkpoint, or a zip of it.',
    );
    expect(await message([given('cat.jpg')])).toBe(
      'cat.jpg is neither a zip nor an .onnx file. Take the folder of a checkpoint, or a zip of it.',
    );
    expect(await message([given('a.png'), given('b.png')])).toBe(
      'There is no manifest.json in it, so it is no checkpoint. Take the whole folder that npm run train writes, or a zip of it.',
    );
    expect(await message([given('a/manifest.json'), given('b/manifest.json'), given('manifest.json')])).toBe(
      'It holds 3 checkpoints: a/, b/, ./. Take one of them.',
    );
  });

  it('is refused when it is too large, before it is read', async () => {
    const file = { size: 3_000_000_000, arrayBuffer: () => Promise.reject(new Error('it was read')) };
    expect(await message([{ path: 'all.zip', file }])).toBe(
      'all.zip has 3000.0 MB; up to 64.0 MB are read. Take the folder of one checkpoint alone.',
    );
    expect(await message([given('run/manifest.json'), { path: 'run/film.mp4', file }])).toBe(
      'run/film.mp4 has 3000.0 MB, and a file of a checkpoint at most 32.0 MB. Take the folder of one checkpoint alone.',
    );
    const many = Array.from({ length: limits.numFiles + 1 }, (_, i) => given(`run/${i}`));
    expect(await message(many)).toBe(
      'The folder holds 201 files, and a checkpoint at most 200. Take the folder of one checkpoint alone.',
    );
  });
});
