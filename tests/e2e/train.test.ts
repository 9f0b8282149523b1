/** A reader trains a model in the page: it learns, takes another σ, is there again after a reload, goes home as a zip, learns a folder with another run beside it. */
import { readFile } from 'node:fs/promises';
import { encode } from 'fast-png';
import { unzipSync } from 'fflate';
import { parseManifestOf } from '../../src/contract/manifest.ts';
import { openFigure, sigmaSlider, type FigurePlace } from '../support/e2e/figures.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const train: FigurePlace = { title: 'the training', path: 'workbench/', name: 'train' };

/** A dark bar on white paper, as PNG. */
function bar(): Uint8Array {
  const data = Uint8Array.from({ length: 32 * 32 }, (_, i) =>
    Math.abs((i % 32) - 16) < 3 && i > 160 && i < 860 ? 0 : 255,
  );
  return encode({ width: 32, height: 32, channels: 1, data });
}

test('a run learns, is kept over a reload, and is exported', wideOnly, async ({ page }) => {
  const figure = await openFigure(page, train, 'images:200');
  const status = figure.getByRole('status').first();
  const plot = figure.getByRole('img', { name: /^Loss of the batch/ });
  const lossNow = async () =>
    Number(/to (\d+\.\d+) after/.exec((await plot.getAttribute('aria-label')) ?? '')?.[1]);
  await figure.getByRole('button', { name: 'Play' }).click();
  await expect(status).toContainText('Training:');
  await expect.poll(lossNow, { timeout: 20_000 }).toBeLessThan(0.2);

  await sigmaSlider(figure).press('End');
  await expect(status).toContainText('σ\u00a01');
  await figure.getByRole('button', { name: 'Pause' }).click();
  await expect(status).toContainText('Paused:');
  const before = await status.innerText();
  const [moment] = /\d+ epochs?, \d+ steps/.exec(before) ?? [];

  await page.reload();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByText('This browser keeps your run on 200 images of strokes')).toContainText(
    moment ?? '',
  );
  await figure.getByRole('button', { name: 'Go on with it' }).click();
  await expect(status).toContainText(moment ?? '');
  await figure.getByRole('button', { name: 'Play' }).click();
  await expect(status).toContainText('Training:');
  const download = page.waitForEvent('download');
  await expect(figure.getByRole('button', { name: 'Download the checkpoint' })).toBeEnabled();
  // The first whole epoch after the reload.
  await expect
    .poll(async () => figure.getByRole('slider', { name: 'Look back' }).getAttribute('max'))
    .not.toBe('1');
  await figure.getByRole('button', { name: 'Download the checkpoint' }).click();
  const files = unzipSync(await readFile(await (await download).path()));
  const [path] = Object.keys(files).filter((name) => name.endsWith('/manifest.json'));
  const manifest = parseManifestOf('glo')(JSON.parse(new TextDecoder().decode(files[path])), path);
  expect(manifest.dataset.numTrainingImages).toBe(200);
  expect(Object.keys(files)).toContain(`${manifest.id}/generator.onnx`);

  await figure.getByRole('radio', { name: 'your folder' }).check();
  const picture = { mimeType: 'image/png', buffer: Buffer.from(bar()) };
  await figure
    .getByLabel('Choose pictures')
    .setInputFiles([
      ...Array.from({ length: 20 }, (_, i) => ({ ...picture, name: `${i % 10}-${i}.png` })),
      { ...picture, name: 'unnamed.png' },
    ]);
  await expect(figure.getByText('The next start learns 20 pictures.')).toBeVisible();
  await expect(figure.getByText('Left out: 1')).toBeVisible();

  await figure.getByRole('radio', { name: 'a second run' }).check();
  await figure.getByLabel('In the second run').selectOption({ label: '0' });
  await figure.getByRole('button', { name: 'Start anew' }).click();
  await expect(status).toContainText('20 images of your folder, σ\u00a01 and σ\u00a00');
  await expect(plot).toHaveAccessibleName(/First run: from .* Second run: from/);
  await expect(figure.getByRole('group', { name: 'Second run: σ\u00a00' })).toBeVisible();
});
