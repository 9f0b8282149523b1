/** The search finds words of the text, and its results lead to them. */
import { expect, test, wideAndUnderBase, wideOnly } from '../support/e2e/test.ts';

test(
  'a search for “transfer” finds the chapter on swaps and goes there',
  wideAndUnderBase,
  async ({ page }) => {
    await page.goto('method/');
    await page.getByRole('button', { name: 'Search' }).click();
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('textbox', { name: 'Search' }).fill('transfer');
    await dialog.getByRole('link', { name: 'Swaps' }).first().click();
    await expect(page).toHaveURL(/\/swaps\//);
    await expect(page.getByRole('heading', { level: 1, name: 'Swaps' })).toBeVisible();
  },
);

test(
  'the search finds words, phrases and mistakes of the text, and no source of a formula',
  wideOnly,
  async ({ page }) => {
    await page.goto('');
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    const box = dialog.getByRole('textbox', { name: 'Search' });

    await box.fill('"its old place is lost"');
    await expect(dialog.getByRole('link', { name: 'Noise kept' }).first()).toBeVisible();

    for (const words of ['leakage', 'TensorBoard', 'mode collapse', 'map of two numbers']) {
      await test.step(words, async () => {
        await box.fill(words);
        const found = dialog.locator('mark').filter({ hasText: new RegExp(words.split(' ')[0], 'i') });
        await expect(found.first()).toBeVisible();
      });
    }

    await box.fill('mathcal');
    await expect(page.getByText(/results? for mathcal/)).toBeVisible();
    // Where no text has it, the search may offer a word that is like it.
    await expect(page.locator('mark').filter({ hasText: /mathcal/i })).toHaveCount(0);
  },
);

test('a search finds what is folded, and its result opens it', wideOnly, async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog
    .getByRole('textbox', { name: 'Search' })
    .fill('public solution of the exercise tried twenty values');
  await dialog
    .getByRole('link', { name: /Twenty values/ })
    .first()
    .click();
  await expect(page).toHaveURL(/#twenty-values$/);
  await expect(page.locator('#noise-twenty')).toBeVisible();
});

test(
  'the search box is fetched when a reader turns to it, and has the keyboard then',
  wideOnly,
  async ({ page }) => {
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/ui-core.')) fetched.push(request.url());
    });
    await page.goto('method/', { waitUntil: 'networkidle' });
    expect(fetched).toEqual([]);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('textbox', { name: 'Search' })).toBeFocused();
    expect(fetched).toHaveLength(1);
  },
);

test(
  'a search box that does not come says so, and comes when it is opened again',
  wideOnly,
  async ({ page, houseRules }) => {
    houseRules.allow(/ui-core/);
    await page.route('**/ui-core.*', (route) => route.abort(), { times: 1 });
    await page.goto('method/');
    await page.keyboard.press('Control+k');
    await expect(page.getByText('The search could not be loaded.')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('textbox', { name: 'Search' })).toBeFocused();
  },
);
