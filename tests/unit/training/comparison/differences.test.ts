/** What two runs differ in, from the shipped metrics and from spreads made up for it. */
import { expect, it } from 'vitest';
import { comparisonPage } from '../../../../training/comparison/as-page.ts';
import { comparisonText } from '../../../../training/comparison/as-text.ts';
import { readComparedRun, type ComparedRun } from '../../../../training/comparison/compared-run.ts';
import { differencesOf } from '../../../../training/comparison/differences.ts';
import { modelsFolder } from '../../../../src/contract/ids.ts';

const read = (id: string) => readComparedRun(id, modelsFolder);
const withSpread = (of: ComparedRun, mean: number, sd: number | null): ComparedRun => ({
  ...of,
  metrics: { 'swap.accuracy': { mean, sd, seeds: sd === null ? 1 : 3, n: 18_000 } },
});

it('names the settings in which two runs differ, and no others', async () => {
  const [first, second] = [await read('glo-mnist-lord-sigma0'), await read('glo-mnist-lord-sigma0.3')];
  expect(differencesOf(first, second).settings).toEqual([
    { name: 'training.contentNoiseStd', values: ['0', '0.3'] },
  ]);
  expect(differencesOf(first, first).settings).toEqual([]);
});

it('names what one family has and another has not', async () => {
  const { settings } = differencesOf(await read('glo-mnist-lord-sigma0'), await read('vae-mnist-dense-k10'));
  expect(settings).toContainEqual({ name: 'family', values: ['"glo"', '"vae"'] });
  expect(settings).toContainEqual({ name: 'training.contentNoiseStd', values: ['0', '–'] });
});

it('calls means apart when they differ by more than both standard deviations together', async () => {
  const run = await read('glo-mnist-lord-sigma0');
  const apart = (a: number, sdA: number | null, b: number, sdB: number | null) =>
    differencesOf(withSpread(run, a, sdA), withSpread(run, b, sdB)).metrics[0].isApart;
  expect(apart(0.5, 0.1, 0.71, 0.1)).toBe(true);
  expect(apart(0.5, 0.1, 0.69, 0.1)).toBe(false);
  expect(apart(0.5, null, 0.9, 0.1)).toBeUndefined();
});

it('writes each metric with its spread, and the difference with its sign', async () => {
  const run = await read('glo-mnist-lord-sigma0');
  const runs = [
    { ...withSpread(run, 0.75, 0.0123), name: 'one' },
    { ...withSpread(run, 0.5, null), name: 'two' },
  ] as const;
  expect(comparisonText(runs, differencesOf(...runs))).toBe(
    `Their settings are the same.

metric                      one  two  difference
swap.accuracy  0.75 ± 0.012 (3)  0.5       −0.25
`,
  );
});

it('reads a run whose weights are not shipped, with the transfers that a sheet keeps', async () => {
  const { pictures, history } = await read('glo-mnist-lord-sigma0-seed2');
  expect([...pictures.keys()]).toEqual(['preview-transfers.png']);
  expect(Object.keys(history)).toContain('contentCodeRms');
});

it('lays pictures and curves of both side by side on a page that needs no other file', async () => {
  const runs = [await read('glo-mnist-lord-sigma0'), await read('glo-mnist-lord-sigma0.3')] as const;
  const page = comparisonPage([{ ...runs[0], name: '<b>"first"</b>' }, runs[1]], differencesOf(...runs));
  expect(page).toContain('&lt;b&gt;&quot;first&quot;&lt;/b&gt; and glo-mnist-lord-sigma0.3');
  expect(page).not.toContain('<b>');
  expect(page.match(/<img src="data:image\/png;base64,iVBOR/g)).toHaveLength(2 * runs[0].pictures.size);
  expect(page.match(/<polyline/g)).toHaveLength(2 * Object.keys(runs[0].history).length);
  expect(page).not.toMatch(/(?:src|href)="(?!data:)/);
});

it('says which runs there are when a name is none', async () => {
  await expect(read('glo-mnist-lord-sigma0.33')).rejects.toThrow(
    'No run called glo-mnist-lord-sigma0.33 was measured in public/models. Did you mean glo-mnist-lord-sigma0.3,',
  );
});
