import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Setting from '../../../../src/engine/setting.ts';

/** The module keeps the choice of one page, so every test is a page of its own. */
const openPage = async (): Promise<typeof Setting> => {
  vi.resetModules();
  return import('../../../../src/engine/setting.ts');
};

const storage = (stored: Record<string, string>) => ({
  getItem: (key: string) => stored[key] ?? null,
  setItem: (key: string, value: string) => {
    stored[key] = value;
  },
});

describe('the engine setting', () => {
  let stored: Record<string, string>;
  beforeEach(() => {
    stored = {};
    vi.stubGlobal('localStorage', storage(stored));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is tfjs until the reader chooses', async () => {
    expect((await openPage()).getEngineKind()).toBe('tfjs');
  });

  it('outlives the page under the key glo-engine', async () => {
    (await openPage()).setEngineKind('onnx');
    expect(stored).toEqual({ 'glo-engine': 'onnx' });
    expect((await openPage()).getEngineKind()).toBe('onnx');
  });

  it('falls back to the default when the stored word means nothing', async () => {
    stored['glo-engine'] = 'quantum';
    expect((await openPage()).getEngineKind()).toBe('tfjs');
  });

  it('tells every listener of a change, once, until it leaves', async () => {
    const { setEngineKind, subscribeToEngineKind } = await openPage();
    const heard: string[] = [];
    subscribeToEngineKind(() => heard.push('a'));
    const leave = subscribeToEngineKind(() => heard.push('b'));
    setEngineKind('onnx');
    setEngineKind('onnx');
    leave();
    setEngineKind('tfjs');
    expect(heard).toEqual(['a', 'b', 'a']);
  });

  it('holds for the page when storage is blocked', async () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
    const { getEngineKind, setEngineKind } = await openPage();
    setEngineKind('onnx');
    expect(getEngineKind()).toBe('onnx');
  });
});
