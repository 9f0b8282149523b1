/** The shape that every chapter has: what it finds comes first, then something to play with, and prose never runs long without a figure. */
import { figureStart, live, openWords } from '../support/e2e/chapter-shape.ts';
import { sitePages } from '../support/e2e/pages.ts';
import { expect, narrowOnly, test, wideOnly } from '../support/e2e/test.ts';

const chapterPages = sitePages.filter(({ path }) => path !== '');

for (const { title, path } of chapterPages) {
  test(
    `${title}: opens with its findings, says how long it is, and has something to play with soon and often`,
    wideOnly,
    async ({ page }) => {
      await page.goto(path);
      const inShort = page.getByRole('region', { name: 'In short' });
      const sentences = await inShort.getByRole('listitem').allInnerTexts();
      expect(sentences.length).toBeGreaterThanOrEqual(3);
      expect(sentences.length).toBeLessThanOrEqual(5);
      for (const sentence of sentences) expect(sentence).toMatch(/^[^.?!]*(?:\d\.\d[^.?!]*)*\.$/);
      expect(await inShort.evaluate((section) => section.previousElementSibling)).toBeNull();
      await expect(page.getByText(/^\d+ minutes? to read/)).toBeVisible();
      expect(await figureStart(page)).toBeLessThan(1.5);
      const figures = await page
        .locator('.prose .figure')
        .filter({ has: page.locator(live), visible: true })
        .count();
      expect(await openWords(page)).toBeLessThanOrEqual(700 * figures);
    },
  );

  test(`${title}: has something to play with within two screens of a phone`, narrowOnly, async ({ page }) => {
    await page.goto(path);
    expect(await figureStart(page)).toBeLessThan(2);
  });
}

test('what is folded opens for a link to it, and to what it holds', wideOnly, async ({ page }) => {
  await page.goto('noise/#twenty-values');
  const heading = page.getByRole('heading', { name: 'Twenty values of σ, three losses' });
  const chart = page.locator('#noise-twenty');
  await expect(chart).toBeVisible();
  await expect(heading).toBeInViewport();
  await heading.click();
  await expect(chart).toBeHidden();
  await page.evaluate(() => (window.location.hash = 'noise-twenty'));
  await expect(chart).toBeInViewport();
});

test('what is folded is folded at first, and printed open', wideOnly, async ({ page }) => {
  await page.goto('noise/');
  const chart = page.locator('#noise-twenty');
  await expect(chart).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => chart.evaluate((figure) => figure.checkVisibility())).toBe(true);
});

test('the box at the top of the chapter on noise sets the figure below it', wideOnly, async ({ page }) => {
  await page.goto('noise/');
  const box = page.getByRole('region', { name: 'Which σ?' });
  const link = box.getByRole('link').last();
  const [, sigma = ''] =
    /= ?([\d.]+)$/.exec(((await link.textContent()) ?? '').replace(/\u00a0/g, ' ')) ?? [];
  expect(sigma).not.toBe('');
  await link.click();
  await expect(page.locator('[data-figure="noise"]').getByRole('slider', { name: /^σ/ })).toHaveAttribute(
    'aria-valuetext',
    `σ ${sigma}`,
  );
});
