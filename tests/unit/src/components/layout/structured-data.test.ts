import { expect, it } from 'vitest';
import { chapterAt, cover } from '../../../../../src/components/layout/contents.ts';
import { pageOfRoute, structuredData } from '../../../../../src/components/layout/structured-data.ts';

it('knows the pages of the book by their routes', () => {
  expect(pageOfRoute('/')).toBe(cover);
  expect(pageOfRoute('/swaps')?.title).toBe('Swaps');
  expect(pageOfRoute('/runs/[id]')).toBeUndefined();
  expect(pageOfRoute('/404')).toBeUndefined();
});

it('says of a chapter what it teaches, how long it takes and what it is a part of', () => {
  const data = structuredData(chapterAt('/swaps/'), 'https://example.org/swaps/');
  expect(data).toMatchObject({
    '@type': 'LearningResource',
    name: 'Swaps',
    url: 'https://example.org/swaps/',
    isPartOf: { name: 'GLO, explained' },
  });
  expect(data['timeRequired']).toMatch(/^PT\d+M$/);
});

it('leaves out what a page does not have', () => {
  expect(structuredData(cover)).not.toHaveProperty('url');
  expect(structuredData(cover)).not.toHaveProperty('isPartOf');
  expect(structuredData(chapterAt('/glossary/'))).not.toHaveProperty('timeRequired');
});
