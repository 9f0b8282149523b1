/**
 * Ties every `<Claim id="…">` to its test. The claims of a page are checked in `tests/content/<slug>.test.ts` where there is such
 * a file, else in claims.test.ts.
 */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attributes, pages, type Page } from './pages.ts';

/** By the id of the claim: throws when the measurements do not support it. */
export type Claims = Readonly<Record<string, () => void>>;

const hasOwnFile = ({ slug }: Page): boolean => existsSync(`tests/content/${slug || 'index'}.test.ts`);

export const pagesWithoutOwnFile = (): readonly Page[] => pages.filter((page) => !hasOwnFile(page));

export function describeClaims(where: readonly Page[], claims: Claims): void {
  describe('A claim', () => {
    it.each(Object.entries(claims))('%s is what the checkpoints show', (_, check) => check());

    it('stands on a page once for each test, and each has its test', () => {
      const claimed = where.flatMap((page) => attributes(page, 'Claim', 'id'));
      expect(claimed.toSorted()).toEqual(Object.keys(claims).toSorted());
    });

    it('that says again what another page claims names that claim', () => {
      for (const page of where) {
        const others = pages
          .filter((each) => each !== page)
          .flatMap((each) => attributes(each, 'Claim', 'id'));
        for (const repeated of attributes(page, 'Claim', 'repeats')) expect(others).toContain(repeated);
      }
    });
  });
}
