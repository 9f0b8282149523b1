/** What is folded in a chapter, the box that answers at once, and exercises that are guessed first. What holds for every chapter: pages.test.ts. */
import { examine } from '../support/e2e/axe.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

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

test(
  'a guess is compared with what was measured, opens the solution and sets the figure',
  wideOnly,
  async ({ page }) => {
    await page.goto('swaps/#exercises');
    const exercise = page.locator('.exercise', { has: page.locator('guess-first') });
    const compare = exercise.getByRole('button', { name: 'Compare' });
    await expect(compare).toBeDisabled();
    await exercise.getByRole('radio', { name: 'σ = 1', exact: true }).focus();
    await page.keyboard.press('Space');
    await compare.press('Enter');
    await expect(exercise.getByRole('status')).toHaveText(/^You said σ\s=\s1, .* The answer is σ\s=\s0\.3, /);
    await expect(exercise.locator('details')).toHaveAttribute('open');
    await expect(page).toHaveURL(/#fig-transfer=recipe:lord,sigma:0\.3$/);
    expect((await examine(page)).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    await exercise.getByRole('link', { name: /^Figure \d+ is set to it$/ }).click();
    await expect(page.locator('[data-figure="transfer"]')).toBeInViewport();
  },
);

test('the contents mark the section that is read', wideOnly, async ({ page }) => {
  await page.goto('losses/');
  const sections = page.locator('.contents-sections');
  const current = sections.locator('[aria-current]');
  await expect(current).toHaveCount(0);
  for (const at of [4, 2]) {
    const link = sections.getByRole('link').nth(at);
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'true');
    await expect(current).toHaveCount(1);
  }
});
