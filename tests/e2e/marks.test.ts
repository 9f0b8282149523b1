/** What the judge reads otherwise has a dot, in every figure that draws rows; the sentence about dots and the prices stand where they are true. */
import type { Locator } from '@playwright/test';
import {
  expectLive,
  figureOn,
  firstSwap,
  openFigure,
  openLive,
  reconstructions,
  samples,
  transferGrid,
} from '../support/e2e/figures.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const losses = { title: 'the losses side by side', path: 'losses/', name: 'losses' };

/** "…: look like 0, perhaps 7, 3" */
async function digitsOf(row: Locator): Promise<number[]> {
  await expect(row).toHaveAccessibleName(/: look like \d/);
  const [, list = ''] = /: look like (.*)$/.exec((await row.getAttribute('aria-label')) ?? '') ?? [];
  return list.split(', ').map((text) => Number(text.replace('perhaps ', '')));
}

/** Holds the dots of a row to what its text says; how many there are. */
async function expectDots(row: Locator, classOf: (column: number) => number): Promise<number> {
  const missed = (await digitsOf(row)).filter((digit, column) => digit !== classOf(column)).length;
  await expect(row.locator('.missed')).toHaveCount(missed);
  return missed;
}

test('in each row of the losses, when the reader has moved', wideOnly, async ({ page }) => {
  const figure = await openFigure(page, losses);
  await page.mouse.move(200, 200);
  await page.mouse.move(210, 210);
  const rows = (name: RegExp): Locator => figure.getByRole('img', { name });
  await expect(rows(/^Reconstructions of the images .*: look like/)).toHaveCount(4);
  let dots = 0;
  for (const row of await rows(/^Reconstructions of the images/).all())
    dots += await expectDots(row, (each) => each);

  for (const digit of [7, 2]) {
    await figure.getByRole('radio', { name: `class ${digit}` }).check();
    const drawn = rows(new RegExp(`^Transfers to class ${digit} of .*: look like`));
    await expect(drawn).toHaveCount(4);
    for (const row of await drawn.all()) dots += await expectDots(row, () => digit);
  }
  expect(dots).toBeGreaterThan(0);
  await expect(figure.getByText('Where the judge reads another class, there is a dot.')).toBeVisible();
});

test('in the row of reconstructions', wideOnly, async ({ page }) => {
  const figure = await openLive(page, reconstructions, 'recipe:exercise,sigma:5');
  await expectDots(figure.getByRole('img', { name: /^Reconstructions at/ }), (column) => column);
});

test('on the first swap, when it is written', wideOnly, async ({ page }) => {
  const figure = await openLive(page, firstSwap);
  const written = figure.locator('.first-swap-written').getByRole('img');
  for (const digit of [0, 5, 8]) {
    await figure.getByRole('radio', { name: String(digit), exact: true }).check();
    await expectLive(figure);
    await expect(written).toHaveAccessibleName(new RegExp(`writing a ${digit}: .* an? \\d, \\d+\\s%$`));
    const name = (await written.getAttribute('aria-label')) ?? '';
    const isMissed = !new RegExp(`an? ${digit}, \\d+\\s%$`).test(name);
    await expect(written.locator('.missed')).toHaveCount(isMissed ? 1 : 0);
  }
});

test('at 100 of 100 nobody speaks of the others, and nothing moves', wideOnly, async ({ page }) => {
  const figure = await openLive(page, transferGrid, 'recipe:lord,sigma:5');
  const remark = figure.locator('.judge-remark');
  await expect(remark).toContainText('as the class of their row: 100 of 100');
  const others = remark.getByText('A dot marks the others.');
  await expect(others).toBeHidden();
  await figure.getByRole('radio', { name: 'σ 0', exact: true }).check();
  await expect(remark).toContainText(/as the class of their row: [1-9]\d of 100/);
  await expect(others).toBeVisible();
});

test('under samples no hand of a transfer is said to be kept', wideOnly, async ({ page }) => {
  const drawn = await openLive(page, samples);
  await expect(drawn.locator('.judge-remark')).toContainText(/: \d+ of 100/);
  await expect(drawn.locator('.cost-bars')).toHaveCount(0);
  await page.goto(transferGrid.path);
  await expect(figureOn(page, transferGrid).locator('.cost-bars dt')).toHaveText([
    'Variety',
    'Hand kept: ink',
    'Hand kept: slant',
  ]);
});

test('the prices stand side by side or one below the other, and never two and one', async ({ page }) => {
  await page.goto(transferGrid.path);
  for (const width of [360, 420, 560, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const tops = await figureOn(page, transferGrid)
      .locator('.cost-bars > div')
      .evaluateAll((bars) => new Set(bars.map((bar) => Math.round(bar.getBoundingClientRect().top))).size);
    expect([1, 3], `at ${width} px`).toContain(tops);
  }
});
