import { beforeEach, expect, test, vi } from 'vitest';
import {
  createHashStore,
  type HashWindow,
} from '../../../../../../../src/components/figures/shell/state/hash-store.ts';

/** A browser's history as far as a hash goes: entries with a state, and `hashchange` for links and for going back. */
function createPage(hash = '') {
  const history = [{ hash, state: null as unknown }];
  let at = 0;
  let onHashChange = (): void => undefined;
  const page = {
    location: {
      pathname: '/swaps/',
      search: '',
      get hash() {
        return history[at].hash;
      },
    },
    history: {
      get state() {
        return history[at].state;
      },
      replaceState(state: unknown, _: string, url: string) {
        history[at] = { state, hash: url.startsWith('#') ? url : '' };
      },
    },
    addEventListener: (_: string, listener: () => void) => (onHashChange = listener),
    setTimeout,
  } as unknown as HashWindow;
  /** Where a browser is between the click and the event. */
  const leaveFor = (link: string): void => {
    history.push({ hash: link, state: null });
    at = history.length - 1;
  };
  const followLink = (link: string): void => {
    leaveFor(link);
    onHashChange();
  };
  const goBack = (): void => {
    at--;
    onHashChange();
  };
  return { page, history, leaveFor, followLink, goBack };
}

beforeEach(() => {
  vi.useFakeTimers();
});

test('a page opened with a link starts from it', () => {
  const store = createHashStore(createPage('#fig-transfer=sigma:1').page);
  expect(store.get('transfer')).toBe('sigma:1');
  expect(store.get('samples')).toBeUndefined();
});

test('a change is written at once and in place; many that follow closely become one more write', () => {
  const { page, history } = createPage('#fig-samples=seed:7');
  const store = createHashStore(page);
  const listener = vi.fn();
  store.subscribe(listener);
  for (let cell = 0; cell < 50; cell++) store.set('transfer', `cell:${cell}`);
  expect(listener).toHaveBeenCalledTimes(50);
  expect(history[0].hash).toBe('#fig-samples=seed:7&fig-transfer=cell:0');
  const write = vi.spyOn(page.history, 'replaceState');
  vi.runAllTimers();
  expect(write).toHaveBeenCalledOnce();
  expect(history.map(({ hash }) => hash)).toEqual(['#fig-samples=seed:7&fig-transfer=cell:49']);
});

test('a write that waits does not land in an entry that the reader has just gone to', () => {
  const { page, history, leaveFor } = createPage();
  const store = createHashStore(page);
  store.set('transfer', 'cell:1');
  store.set('transfer', 'cell:2');
  leaveFor('#fig-transfer=sigma:1');
  vi.runAllTimers();
  expect(history[1].hash).toBe('#fig-transfer=sigma:1');
});

test('a figure that returns to its default leaves the hash', () => {
  const { page, history } = createPage('#fig-samples=seed:7');
  createHashStore(page).set('samples', undefined);
  vi.runAllTimers();
  expect(history[0].hash).toBe('');
});

test('a link in the prose changes the figure it names and no other', () => {
  const { page, history, followLink } = createPage();
  const store = createHashStore(page);
  store.set('samples', 'seed:7');
  vi.runAllTimers();
  followLink('#fig-transfer=sigma:1');
  expect(store.get('transfer')).toBe('sigma:1');
  expect(store.get('samples')).toBe('seed:7');
  vi.runAllTimers();
  expect(history[1].hash).toBe('#fig-samples=seed:7&fig-transfer=sigma:1');
});

test('going back from such a link restores what was before', () => {
  const { page, followLink, goBack } = createPage();
  const store = createHashStore(page);
  followLink('#fig-transfer=sigma:1');
  vi.runAllTimers();
  goBack();
  expect(store.get('transfer')).toBeUndefined();
});

test('an anchor of the text leaves figures and hash alone', () => {
  const { page, history, followLink } = createPage();
  const store = createHashStore(page);
  store.set('samples', 'seed:7');
  vi.runAllTimers();
  followLink('#the-objective');
  vi.runAllTimers();
  expect(store.get('samples')).toBe('seed:7');
  expect(history[1].hash).toBe('#the-objective');
});
