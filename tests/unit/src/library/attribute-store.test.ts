import { beforeEach, expect, it, vi } from 'vitest';
import { createAttributeStore, type AttributeStore } from '../../../../src/library/attribute-store.ts';

const attributes = new Map<string, string>();
const element = {
  getAttribute: (name: string) => attributes.get(name) ?? null,
  setAttribute(name: string, value: string) {
    attributes.set(name, value);
    store.attributeChanged();
  },
};
const onChange = vi.fn();
const listener = vi.fn();
let store: AttributeStore;

beforeEach(() => {
  attributes.clear();
  vi.clearAllMocks();
  store = createAttributeStore({
    element,
    keys: { preset: 'recipe', sigma: 'sigma' },
    initial: 'recipe:lord,sigma:0.3',
    onChange,
  });
  store.subscribe(listener);
});

it('the attributes that are there are the state, by the names that the figure has for it', () => {
  expect(store.get('transfer')).toBe('');
  attributes.set('preset', 'exercise');
  expect(store.get('transfer')).toBe('recipe:exercise');
  attributes.set('sigma', '1');
  expect(store.get('transfer')).toBe('recipe:exercise,sigma:1');
});

it('what a reader changes is written into all attributes, and told once', () => {
  store.set('transfer', 'recipe:lord,sigma:5');
  expect(Object.fromEntries(attributes)).toEqual({ preset: 'lord', sigma: '5' });
  expect(listener).toHaveBeenCalledTimes(1);
  expect(onChange).toHaveBeenCalledTimes(1);
});

it('the state that the figure starts with is spelled out when a reader returns to it', () => {
  store.set('transfer', undefined);
  expect(Object.fromEntries(attributes)).toEqual({ preset: 'lord', sigma: '0.3' });
});

it('an attribute that a program sets changes the figure, and is no change of a reader’s', () => {
  element.setAttribute('sigma', '2');
  expect(listener).toHaveBeenCalledTimes(1);
  expect(onChange).not.toHaveBeenCalled();
});

it('nobody is told any more after leaving', () => {
  const leave = store.subscribe(listener);
  leave();
  element.setAttribute('sigma', '2');
  expect(listener).not.toHaveBeenCalled();
});
