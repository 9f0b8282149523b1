/** Whatever is in a file, reading it ends: with what the contract says, or with one error that names the file and the field. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCheckpointIndex } from '../../../../src/contract/checkpoint-index.ts';
import { parseHistory } from '../../../../src/contract/history.ts';
import { parseManifest } from '../../../../src/contract/manifest.ts';
import { parseRunMetrics } from '../../../../src/contract/metrics.ts';
import { ContractError } from '../../../../src/contract/parse.ts';
import { parseRunRecords } from '../../../../src/contract/run-records.ts';
import { readTensors } from '../../../../src/networks/tensors-file.ts';

const models = 'public/models';
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const readJson = (path: string): Json => JSON.parse(readFileSync(`${models}/${path}`, 'utf8')) as Json;

/** `put` in the place of some value of `value`, and the way there. */
function damage(value: Json, pick: (limit: number) => number, put: Json): { at: string[]; damaged: Json } {
  const entries = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  if (entries.length === 0) return { at: [], damaged: put };
  const [key, inner] = entries[pick(entries.length)];
  const into = damage(inner, pick, put);
  const copy = structuredClone(value) as Record<string, Json>;
  copy[key] = into.damaged;
  return { at: [key, ...into.at], damaged: copy };
}

const anyJson = fc.jsonValue() as fc.Arbitrary<Json>;
const damagedBy = (value: Json) =>
  fc
    .tuple(fc.infiniteStream(fc.nat()), anyJson)
    .map(([picks, put]) => damage(value, (limit) => (picks.next().value ?? 0) % limit, put));

const index = parseCheckpointIndex(readJson('index.json'), 'index.json');
const families = [...new Set(index.checkpoints.map(({ family }) => family))];
const files = [
  ...families.map((family) => {
    const { id } = index.checkpoints.find((entry) => entry.family === family) ?? { id: '' };
    return [`a manifest of the family ${family}`, `${id}/manifest.json`, parseManifest] as const;
  }),
  ['the curves of a run', 'glo-mnist-lord-sigma0.3/history.json', parseHistory],
  ['what was measured on a run', 'glo-mnist-lord-sigma0.3/metrics.json', parseRunMetrics],
  ['the index of checkpoints', 'index.json', parseCheckpointIndex],
] as const;

describe('A damaged file is read as it stands or refused, and the error names the field:', () => {
  test.each(files)('%s', (_, path, parse) => {
    fc.assert(
      fc.property(damagedBy(readJson(path)), ({ at, damaged }) => {
        try {
          parse(damaged, path);
        } catch (error) {
          expect(error).toBeInstanceOf(ContractError);
          const { message } = error as ContractError;
          expect(message).toContain(`${path} does not follow the checkpoint contract:`);
          expect(message).toContain(at[0]);
        }
      }),
    );
  });
});

test('Curves of no family are held against those of the family that they are most like', () => {
  const path = 'glo-mnist-lord-sigma0.3/history.json';
  const curves = readJson(path) as Record<string, Json>;
  expect(() => parseHistory({ ...curves, l2: 'none' }, path)).toThrow(
    `${path} does not follow the checkpoint contract:\n  l2: Invalid input: expected array, received string\n`,
  );
});

describe('A damaged line of runs.jsonl', () => {
  test('costs its run, whatever it holds, and is named by its number', () => {
    const [line] = readFileSync(`${models}/runs.jsonl`, 'utf8').split('\n');
    const broken = fc.oneof(
      fc.string({ minLength: 1 }).filter((text) => !text.includes('\n')),
      fc.nat(line.length - 2).map((end) => line.slice(0, end + 1)),
      anyJson.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(broken, (text) => {
        const { records, problems } = parseRunRecords(`${text}\n${line}\n`, 'runs.jsonl');
        expect(records.size).toBe(1);
        expect(problems).toHaveLength(1);
        expect(problems[0]).toContain('runs.jsonl, line 1');
      }),
    );
  });
});

describe('A damaged file of tensors', () => {
  const file = readFileSync(`${models}/glo-mnist-lord-sigma0.3/codes.safetensors`);
  const refused = (bytes: Uint8Array) => {
    expect(() => readTensors(bytes, 'codes.safetensors')).toThrow(ContractError);
    expect(() => readTensors(bytes, 'codes.safetensors')).toThrow('codes.safetensors does not follow');
  };

  test('is refused wherever it breaks off', () => {
    fc.assert(fc.property(fc.nat(file.length - 1), (end) => refused(file.subarray(0, end))));
  });

  test('is refused when its header says another length, up to the largest that eight bytes hold', () => {
    const stated = new DataView(file.buffer, file.byteOffset).getBigUint64(0, true);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (length) => {
        fc.pre(length !== stated);
        const lying = Uint8Array.from(file);
        new DataView(lying.buffer).setBigUint64(0, length, true);
        refused(lying);
      }),
    );
  });

  test('is read or refused whatever its header is, and nothing is set aside for what it only claims', () => {
    const dim = fc.oneof(fc.nat(9), fc.constantFrom(2 ** 31, 2 ** 53 - 1, -1, 0.5, 1e308));
    const offset = fc.oneof(fc.nat(64), fc.constantFrom(2 ** 40, 2 ** 53 - 1, -8));
    const tensor = fc.record({
      dtype: fc.constantFrom('F32', 'F16', 'I32', 'I8', 'F64'),
      shape: fc.array(dim, { maxLength: 4 }),
      data_offsets: fc.tuple(offset, offset),
    });
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', '__metadata__', 'a.scales', 'a'),
    );
    const header = fc.oneof(fc.dictionary(name, fc.oneof(tensor, anyJson)), anyJson);
    fc.assert(
      fc.property(header, fc.nat(64), (value, dataLength) => {
        const json = new TextEncoder().encode(JSON.stringify(value));
        const bytes = new Uint8Array(8 + json.length + dataLength);
        new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
        bytes.set(json, 8);
        try {
          const read = readTensors(bytes, 'codes.safetensors');
          for (const { values } of read.values()) expect(values.length).toBeLessThanOrEqual(dataLength);
        } catch (error) {
          expect(error).toBeInstanceOf(ContractError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
