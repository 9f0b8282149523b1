import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { folderOf, folderUrl, modelsFolderOf } from '../../../../src/library/folder-url.ts';

beforeEach(() => vi.stubGlobal('document', { baseURI: 'https://page.example/a/b.html' }));
afterEach(() => vi.unstubAllGlobals());

const elementWith = (attributes: Readonly<Record<string, string>>) => ({
  getAttribute: (name: string) => attributes[name] ?? null,
});

it('an address is read from the page on, with or without its slash', () => {
  expect(folderUrl('../models')).toBe('https://page.example/models/');
  expect(folderUrl('models/')).toBe('https://page.example/a/models/');
  expect(folderUrl('https://glo.example/repo/models')).toBe('https://glo.example/repo/models/');
});

it('an attribute that is missing is no address', () => {
  expect(folderOf(elementWith({ originals: '/originals' }), 'originals')).toBe(
    'https://page.example/originals/',
  );
  expect(folderOf(elementWith({}), 'originals')).toBeUndefined();
});

it('an element has to say where its models are', () => {
  expect(modelsFolderOf(elementWith({ models: '/models' }))).toBe('https://page.example/models/');
  expect(() => modelsFolderOf(elementWith({}))).toThrow(
    '<glo-figure> has no attribute models. Give the address of the folder of models.',
  );
});
