/** Where storage is blocked, figures work too. That every page does: pages.test.ts. */
import { chooseSigma, openLive, transferGrid } from '../support/e2e/figures.ts';
import { blockStorage } from '../support/e2e/page-rules/blocked-storage.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

test('figures switch models and engines', wideOnly, async ({ page }) => {
  await blockStorage(page);
  const figure = await openLive(page, transferGrid);
  await chooseSigma(figure, 5);
  await figure.getByRole('radio', { name: 'ONNX Runtime' }).check();
  await expect(figure.locator('.figure-status')).toContainText('ONNX Runtime');
});
