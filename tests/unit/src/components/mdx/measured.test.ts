import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatNumber, readMetric } from '../../../../../src/components/mdx/measured.ts';
import { parseCheckpointIndex } from '../../../../../src/contract/checkpoint-index.ts';
import { parseManifest } from '../../../../../src/contract/manifest.ts';

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('A measured number', () => {
  it('is the one in the manifest', () => {
    const [{ id }] = parseCheckpointIndex(readJson('public/models/index.json'), 'index.json').checkpoints;
    const { metrics } = parseManifest(readJson(`public/models/${id}/manifest.json`), id);
    expect(readMetric(id, 'evalL1')).toBe(metrics.evalL1);
  });

  it('of a checkpoint that is not there fails, and says how to make it', () => {
    expect(() => readMetric('glo-mnist-lord-sigma9', 'evalL1')).toThrow(
      'A page prints evalL1 of glo-mnist-lord-sigma9, but there is no ' +
        'public/models/glo-mnist-lord-sigma9/manifest.json. Train it with npm run train -- glo-mnist-lord-sigma9.',
    );
  });

  it('is written with as many digits as asked for, or per cent', () => {
    expect(formatNumber(0.04712, {})).toBe('0.047');
    expect(formatNumber(0.04712, { digits: 4 })).toBe('0.0471');
    expect(formatNumber(0.9618, { digits: 1, percent: true })).toBe('96.2\u00a0%');
  });
});
