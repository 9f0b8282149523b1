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
      pushState(state: unknown, _: string, url: string) {
        history.splice(++at, history.length, { state, hash: url.startsWith('#') ? url : '' });
      },
    },
    addEventListener: (_: string, listener: () => void) => (onHashChange = listener),
    setTimeout,
  } as unknown as HashWindow;
  /** Where a browser is between the click and the event. */
  const leaveFor = (link: string): void => {
    history.splice(++at, history.length, { hash: link, state: null });
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

test('each press begins an entry, which takes in what follows until the next; the way back undoes them', () => {
  const { page, history, goBack } = createPage();
  const store = createHashStore(page);
  store.press();
  for (let position = 1; position <= 9; position++) store.set('transfer', `position:${position}`);
  store.press();
  store.set('transfer', 'sigma:0');
  store.set('samples', 'seed:7');
  vi.runAllTimers();
  const hashes = ['', '#fig-transfer=position:9', '#fig-transfer=sigma:0&fig-samples=seed:7'];
  expect(history.map(({ hash }) => hash)).toEqual(hashes);

  goBack();
  expect(store.get('transfer')).toBe('position:9');
  expect(store.get('samples')).toBeUndefined();
  goBack();
  expect(store.get('transfer')).toBeUndefined();
  vi.runAllTimers();
  expect(history.map(({ hash }) => hash)).toEqual(hashes);
});

test('a press that changes nothing makes no entry, and neither does one before the reader went back', () => {
  const { page, history, followLink, goBack } = createPage('#fig-transfer=sigma:1');
  const store = createHashStore(page);
  store.press();
  store.set('transfer', 'sigma:1');
  expect(history).toHaveLength(1);
  followLink('#fig-transfer=sigma:2');
  store.press();
  goBack();
  store.set('transfer', 'sigma:3');
  vi.runAllTimers();
  expect(history.map(({ hash }) => hash)).toEqual(['#fig-transfer=sigma:3', '#fig-transfer=sigma:2']);
});

test('the way back to an anchor of the text restores what was shown there, also after a reload', () => {
  const { page, followLink, goBack } = createPage();
  const store = createHashStore(page);
  store.set('samples', 'seed:7');
  vi.runAllTimers();
  followLink('#the-objective');
  store.press();
  store.set('samples', 'seed:8');
  goBack();
  expect(page.location.hash).toBe('#the-objective');
  expect(store.get('samples')).toBe('seed:7');
  expect(createHashStore(page).get('samples')).toBe('seed:7');
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
