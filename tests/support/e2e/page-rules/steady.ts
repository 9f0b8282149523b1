/** A page is used from top to bottom: each figure wakes, draws and takes another noise level in its place, and is in reach of fingers. */
import { chooseSigma, expectLive, sigmaOf } from '../figures.ts';
import { placeOf, readShifts, totalOf, watchShifts } from '../steadiness.ts';
import { smallTargets } from '../targets.ts';
import { expect } from '../test.ts';
import type { PageRule } from './page-rule.ts';

/** Cumulative layout shift, all of it added up. */
const shiftBudget = 0.02;

export const steadyInUse: PageRule = {
  name: 'steady from top to bottom, in reach of fingers',
  beforeOpening: watchShifts,
  async check(page) {
    for (const figure of await page.locator('[data-figure]').all()) {
      await figure.scrollIntoViewIfNeeded();
      await expectLive(figure);
      const before = await placeOf(figure);
      if ((await sigmaOf(figure, 5).count()) > 0) await chooseSigma(figure, 5);
      expect(await placeOf(figure)).toEqual(before);
      expect(await smallTargets(figure)).toEqual([]);
    }
    // Those without a script of their own, too.
    for (const figure of await page.locator('.island:not([data-figure])').all())
      expect(await smallTargets(figure)).toEqual([]);
    await page.getByText('Set in Newsreader and Source Sans').scrollIntoViewIfNeeded();
    const shifts = await readShifts(page);
    expect(totalOf(shifts), JSON.stringify(shifts)).toBeLessThan(shiftBudget);
  },
};
