/** The page reads its own pictures: text alternatives and captions say what the judge sees, and do without where there is no judge. */
import type { Locator } from '@playwright/test';
import {
  chooseEngine,
  chooseSigma,
  expectLive,
  interpolation,
  openFigure,
  openLive,
  reconstructions,
  samples,
  transferGrid,
} from '../support/e2e/figures.ts';
import { expect, test, wideAndUnderBase, wideOnly } from '../support/e2e/test.ts';

const reading = /(?:looks like|unclear, perhaps) an? (\d), \d+\s%$/;
const remarkOf = (figure: Locator): Locator => figure.locator('.judge-remark');

/** The digit that the judge reads in each cell, once it has read them. */
async function digitsOf(figure: Locator): Promise<number[]> {
  await expect(figure.getByRole('gridcell').last()).toHaveAccessibleName(reading);
  const names = await figure
    .getByRole('gridcell')
    .evaluateAll((cells) => cells.map((cell) => cell.ariaLabel ?? ''));
  return names.map((name) => Number(reading.exec(name)?.[1] ?? NaN));
}

test(
  'every cell of the transfer grid says what it looks like, in both engines; the count follows σ',
  wideAndUnderBase,
  async ({ page }) => {
    const figure = await openLive(page, transferGrid);
    const seen: number[][] = [];
    for (const engine of ['tfjs', 'ONNX Runtime'] as const) {
      await chooseEngine(figure, engine);
      for (const sigma of [0, 1]) {
        await chooseSigma(figure, sigma);
        const digits = await digitsOf(figure);
        expect(digits).toHaveLength(100);
        const count = digits.filter((digit, cell) => digit === Math.floor(cell / 10)).length;
        expect(count).toBeGreaterThan(30);
        await expect(remarkOf(figure)).toBeVisible();
        await expect(remarkOf(figure)).toContainText(`as the class of their row: ${count} of 100`);
        await expect(figure.getByRole('grid')).toHaveAccessibleName(
          new RegExp(`: .*; the judge reads ${count} of 100 as the class of their row$`),
        );
        seen.push(digits);
      }
    }
    expect(seen[0]).not.toEqual(seen[1]);
    expect(seen.slice(2)).toEqual(seen.slice(0, 2));
    await expect(remarkOf(figure)).toContainText(/gets 9\d\.\d\s% of unseen MNIST digits right/);
  },
);

test('the enlarged cell’s caption says what the judge reads in it', async ({ page }) => {
  const figure = await openLive(page, transferGrid);
  const cell = figure.getByRole('gridcell', { name: /\(a 4\) with class 8\b/ });
  await cell.click();
  await expect(cell).toHaveAccessibleName(reading);
  const [text] = reading.exec((await cell.getAttribute('aria-label')) ?? '') ?? [''];
  const closeUp = figure.locator('.close-up');
  await expect(closeUp.locator('figcaption')).toContainText(text);
  await expect(closeUp.getByRole('img')).toHaveAccessibleName(
    new RegExp(`^Transfer: content of image \\d+ with class 8: ${text}$`),
  );
});

test('samples, interpolations and reconstructions are read too', wideOnly, async ({ page }) => {
  const grid = await openLive(page, samples);
  await expect(remarkOf(grid)).toContainText(/as the class of their row: \d+ of 100/);
  await expect(grid.getByRole('img', { name: /; the judge reads \d+ of 100/ })).toBeVisible();
  await grid.getByRole('radio', { name: 'random' }).check();
  await expectLive(grid);
  await expect(remarkOf(grid)).toBeHidden();

  const between = await openLive(page, interpolation);
  await expect(between.locator('.close-up figcaption')).toHaveText(reading);
  await expect(between.locator('.close-up').getByRole('img')).toHaveAccessibleName(reading);

  const row = await openLive(page, reconstructions);
  await expect(row.getByRole('img', { name: /^Reconstructions at .*: look like \d/ })).toBeVisible();
});

test('the judge is asked for after the picture, which does not wait for it', wideOnly, async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const mayAnswer = Promise.withResolvers<undefined>();
  await page.route('**/classifier-mnist-judge/**', async (route) => {
    await mayAnswer.promise;
    await route.continue();
  });
  const judgeRequests = (): string[] => asked.filter((url) => url.includes('/classifier-mnist-judge/'));
  const figure = await openFigure(page, transferGrid);
  await expectLive(figure);
  await expect.poll(() => judgeRequests().length).toBe(1);
  const weights = asked.findIndex((url) => url.includes('weights.safetensors'));
  expect(weights).toBeLessThan(asked.indexOf(judgeRequests()[0]));

  await chooseSigma(figure, 1);
  await expect(remarkOf(figure)).toBeHidden();
  mayAnswer.resolve(undefined);
  await expect(remarkOf(figure)).toBeVisible();
  await digitsOf(figure);
});

for (const { title, answer } of [
  { title: 'is missing', answer: { status: 404 } },
  { title: 'breaks the contract', answer: { status: 200, body: '{}' } },
]) {
  test(`where the judge ${title}, figures work without readings`, wideOnly, async ({ page, houseRules }) => {
    houseRules.allow(/404/);
    let numRequests = 0;
    await page.route('**/classifier-mnist-judge/**', async (route) => {
      numRequests++;
      await route.fulfill(answer);
    });
    const figure = await openLive(page, transferGrid);
    await expect.poll(() => numRequests).toBe(1);
    for (const sigma of [1, 5, 0.3]) await chooseSigma(figure, sigma);
    await page.waitForLoadState('networkidle');
    expect(numRequests).toBe(1); // not again with every picture
    await expect(figure.getByText(/^Live: preset lord, σ\s0\.3, drawn by tfjs\.$/)).toBeVisible();
    await expect(remarkOf(figure)).toBeHidden();
    await expect(figure.getByRole('gridcell').last()).toHaveAccessibleName(
      /^content of image \d+ \(a 9\) with class 9$/,
    );
  });
}
