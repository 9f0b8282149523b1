/** The claims of the page on mistakes, held to what was measured of the runs that made them. */
import { expect } from 'vitest';
import type { FigureName } from '../../src/contract/figures.ts';
import { mistakeNames, type MistakeName } from '../../src/contract/manifest.ts';
import { figureOf, findSetting, readHistory, referenceOf } from '../../src/components/build/metrics.ts';
import { mistakenRuns, rightRun } from '../../src/components/figures/beyond/mistakes.ts';
import { describeClaims, type Claims } from './support/claims.ts';
import { pageOf } from './support/pages.ts';

const right = rightRun();
const runs = mistakenRuns();

function settingOf(mistake: MistakeName) {
  const run = runs.find((each) => each.mistake === mistake);
  if (run) return run.setting;
  throw new Error(`No run made the mistake ${mistake}.`);
}

const of = (mistake: MistakeName, figure: FigureName): number => figureOf(settingOf(mistake), figure).mean;
const rightly = (figure: FigureName): number => figureOf(right, figure).mean;
const ratio = (mistake: MistakeName, figure: FigureName): number => of(mistake, figure) / rightly(figure);

const untaught = ['copied-codes', 'slot-moments'] as const;
const classOnly = referenceOf('floor.class-only.loss');

const claims: Claims = {
  'untaught-codes': () => {
    for (const mistake of untaught) {
      const sizes = readHistory(settingOf(mistake).id).contentCodeRms;
      expect(Math.abs(sizes[sizes.length - 1] / sizes[0] - 1), mistake).toBeLessThan(0.01);
      expect(ratio(mistake, 'reconstruction.loss'), mistake).toBeGreaterThan(1.22);
    }
  },
  'untaught-still-below-floor': () => {
    for (const mistake of untaught) {
      expect(of(mistake, 'reconstruction.loss'), mistake).toBeLessThan(0.65 * classOnly);
    }
  },
  'stored-noise-walks': () => {
    expect(ratio('stored-noise', 'codes.contentRms')).toBeGreaterThan(2);
    for (const mistake of mistakeNames.filter((each) => each !== 'stored-noise')) {
      expect(of(mistake, 'swap.accuracy'), mistake).toBeGreaterThan(of('stored-noise', 'swap.accuracy'));
    }
  },
  'shared-noise-is-harmless': () => {
    for (const figure of ['train.loss', 'reconstruction.loss', 'swap.accuracy'] as const) {
      expect(Math.abs(ratio('shared-noise', figure) - 1), figure).toBeLessThan(0.05);
    }
  },
  'coupled-decay-collapses': () => {
    expect(of('coupled-decay', 'codes.contentRms')).toBeLessThan(0.1);
    expect(Math.abs(of('coupled-decay', 'reconstruction.loss') / classOnly - 1)).toBeLessThan(0.02);
    expect(ratio('coupled-decay', 'diversity')).toBeLessThan(0.05);
    for (const mistake of mistakeNames.filter((each) => each !== 'coupled-decay')) {
      expect(of(mistake, 'swap.accuracy'), mistake).toBeLessThan(of('coupled-decay', 'swap.accuracy'));
    }
    expect(rightly('swap.accuracy')).toBeLessThan(of('coupled-decay', 'swap.accuracy'));
  },
  'penalty-hides-the-loss': () => {
    // With noise and batch statistics, as the reported loss has it, but without the penalty.
    const { l1, l2 } = readHistory(settingOf('batch-norm-penalty').id);
    const pictures = l1[l1.length - 1] + l2[l2.length - 1];
    expect(pictures / of('batch-norm-penalty', 'train.loss')).toBeLessThan(0.5);
    expect(ratio('batch-norm-penalty', 'codes.contentRms')).toBeLessThan(0.8);
    expect(ratio('batch-norm-penalty', 'reconstruction.loss')).toBeGreaterThan(1.2);
  },
  'accumulated-is-better': () => {
    expect(ratio('accumulated-gradients', 'reconstruction.loss')).toBeLessThan(0.55);
    expect(ratio('accumulated-gradients', 'kept.ink')).toBeGreaterThan(3.4);
    expect(ratio('accumulated-gradients', 'kept.ink')).toBeLessThan(4);
    expect(Math.round(of('accumulated-gradients', 'codes.contentRms'))).toBe(3);
  },
  'lord-keeps-more': () => {
    const lord = findSetting('glo-mnist-lord-sigma0.3');
    const helped = settingOf('accumulated-gradients');
    const against = (figure: FigureName) => figureOf(lord, figure).mean / figureOf(helped, figure).mean;
    expect(against('reconstruction.loss')).toBeGreaterThan(1.08);
    expect(against('reconstruction.loss')).toBeLessThan(1.14);
    for (const figure of ['kept.ink', 'kept.slant'] as const) {
      expect(against(figure), figure).toBeGreaterThan(1.25);
    }
    const [honest, wrong] = [lord.training, helped.training];
    expect(honest.learningRates.contentCodes / wrong.learningRates.contentCodes).toBeCloseTo(10);
    expect(honest.codeInitStd).toBeLessThan(wrong.codeInitStd);
  },
};

describeClaims([pageOf('mistakes')], claims);
