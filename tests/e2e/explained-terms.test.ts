/** A term explains itself where it stands: to a pointer, to the keyboard and to a finger; and a symbol of the objective shows its line. */
import { expect, test, wideOnly, narrowOnly } from '../support/e2e/test.ts';

test('a term and a symbol answer to pointer and keyboard', wideOnly, async ({ page }) => {
  await page.goto('method/#from-paper-to-code');
  const symbol = page.getByRole('link', { name: 'the noise', exact: true });
  const line = page.locator('dd', { hasText: 'noise: normalArray(' });
  await symbol.focus();
  await expect(line).toHaveAttribute('aria-current', 'true');
  await page.locator('dd', { hasText: 'squaredNorm +=' }).hover();
  await expect(line).not.toHaveAttribute('aria-current');
  await expect(page.getByRole('link', { name: 'the squared norm of the content code' })).toHaveAttribute(
    'aria-current',
    'true',
  );

  const term = page.locator('a.term', { hasText: 'content code' }).first();
  const note = page.getByRole('note').filter({ hasText: 'no two images share one' });
  await term.hover();
  await expect(note).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await page.mouse.move(0, 0);
  await page.keyboard.press('Tab');
  await term.focus();
  await expect(note).toBeInViewport();
  await expect(term).toHaveAccessibleDescription(/The learned vector/);
});

test('a tap on a term shows what it means, and stays on the page', narrowOnly, async ({ page }) => {
  await page.goto('method/');
  await page.locator('a.term', { hasText: 'content code' }).first().tap();
  const note = page.getByRole('note').filter({ hasText: 'no two images share one' });
  await expect(note).toBeInViewport();
  await expect(page).toHaveURL(/method\/$/);
  await note.getByRole('link', { name: 'In the glossary' }).tap();
  await expect(page).toHaveURL(/glossary\/#term-content-code$/);
});
