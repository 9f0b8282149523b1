import { describe, expect, test } from 'vitest';
import { codeVersion, listSources, versionWith } from '../../../../training/export/code-version.ts';

const entries = [
  'training/methods/glo/make.ts',
  'training/methods/classifier/make.ts',
  'training/methods/glo/measure.ts',
  'training/jobs/measure-dataset.ts',
] as const;
const pathsOf = async (entry: string) => (await listSources(entry)).map(([path]) => path);

describe('codeVersion', () => {
  test('is a SHA-256 of its own for each entry, and stays the same while the code does', async () => {
    const versions = await Promise.all(entries.map((entry) => codeVersion(entry)));
    for (const version of versions) expect(version).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(versions).size).toBe(entries.length);
    expect(await Promise.all(entries.map((entry) => codeVersion(entry)))).toEqual(versions);
  });

  test('changes with each file it depends on, and without any is the version of the code', () => {
    expect(versionWith('a', [])).toBe('a');
    expect(new Set([versionWith('a', ['b']), versionWith('a', ['c']), versionWith('d', ['b'])]).size).toBe(3);
    expect(versionWith('a', ['b', 'c'])).not.toBe(versionWith('a', ['bc']));
  });
});

describe('listSources', () => {
  test('holds what decides the bytes of a checkpoint', async () => {
    const sources = await pathsOf('training/methods/glo/make.ts');
    for (const path of [
      'src/contract/manifest.ts',
      'src/networks/generator/codes.ts',
      'src/networks/generator/generator.ts',
      'src/numerics/random.ts',
      'training/data/sources.ts',
      'training/data/mnist/idx.ts',
      'training/data/strokes.ts',
      'training/data/strokes/render.ts',
      'training/methods/glo/files/onnx.ts',
      'training/methods/glo/train-step.ts',
      'training/methods/glo/whitening.ts',
      'training/methods/glo/make.ts',
    ]) {
      expect(sources).toContain(path);
    }
    expect(sources).toEqual([...new Set(sources)].sort());
  });

  test('holds what decides a measurement, and nothing of how its model was trained', async () => {
    const sources = await pathsOf('training/methods/glo/measure.ts');
    expect(sources).toContain('training/evaluation/probes.ts');
    expect(sources).toContain('training/evaluation/held-out.ts');
    expect(sources).not.toContain('training/methods/glo/train-step.ts');
    expect(sources).not.toContain('training/methods/glo/loss.ts');
  });

  test.each(entries)(
    '%s: leaves out the command line, the pool, downloads, logs and modules of types alone',
    async (entry) => {
      const sources = await pathsOf(entry);
      for (const path of sources) {
        expect(path).not.toMatch(
          /^training\/(?:cli\.ts|(?:command-line|commands|plan|pool)\/.*|jobs\/(?!measure-dataset).*|store\/(?!write-folder).*)$/,
        );
        expect(path).not.toMatch(/^training\/recipes\//);
        expect(path).not.toMatch(/^training\/export\/tensorboard\//);
      }
      for (const path of sources) expect(path).not.toMatch(/^training\/data\/mnist\/(?!idx\.ts$)/);
    },
  );

  test('finds every import there is, however it is written', async () => {
    for (const entry of entries) {
      const sources = await listSources(entry);
      const paths = new Set(sources.map(([path]) => path));
      for (const [path, text] of sources) {
        // A wider net than the one under test: any relative module name after `from`, where the statement is not of types alone.
        for (const [statement, name] of text.matchAll(/^(?:import|export)[^;']*from\s+'(\.[^']+)'/gm)) {
          if (/^(?:import|export)\s+type\b/.test(statement)) continue;
          const resolved = new URL(name, `file:///${path}`).pathname.slice(1);
          if (/^training\/(?:data\/mnist(?!\/idx\.ts$)|export\/tensorboard\/)/.test(resolved)) continue;
          expect(paths).toContain(resolved);
        }
        expect(text).not.toMatch(/\bimport\(\s*['"`]\./);
      }
    }
  });
});
