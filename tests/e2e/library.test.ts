/** The library (`npm run library`), as a page of somebody else has it: docs/use/figure.html on a plain host, under the policy that it states. */
import { chooseSigma, expectLive } from '../support/e2e/figures.ts';
import { goldenCells, goldenTolerance } from '../support/e2e/golden.ts';
import { cellOf, cellSize, largestDifference, readPicture } from '../support/e2e/ink.ts';
import { startStaticHost } from '../support/e2e/static-host.ts';
import { expect, test as base, wideOnly } from '../support/e2e/test.ts';

const test = base.extend<object, { plainUrl: string }>({
  plainUrl: [
    // Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const host = await startStaticHost('.');
      await use(host.url);
      await host.close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ plainUrl }, use) => use(plainUrl),
});

test(
  'the example draws the golden images, and its engine too; attributes and figure follow each other',
  wideOnly,
  async ({ page }) => {
    await page.goto('dist-library/figure.html');
    const element = page.locator('glo-figure');
    const figure = element.locator('[data-figure="transfer"]');
    await expectLive(figure);
    const id = 'glo-mnist-lord-sigma1';
    const [golden] = goldenCells(id).filter(({ isSwap }) => isSwap);
    const drawn = cellOf(await readPicture(figure), golden.cell);
    expect(largestDifference(drawn, golden.picture)).toBeLessThanOrEqual(goldenTolerance);

    const told = element.evaluate(
      (node) =>
        new Promise((tell) => node.addEventListener('change', () => tell(node.getAttribute('sigma')))),
    );
    await chooseSigma(figure, 0.5);
    expect(await told).toBe('0.5');
    await element.evaluate((node) => node.setAttribute('preset', 'exercise'));
    await expect(figure.getByRole('radio', { name: 'exercise' })).toBeChecked();
    await expectLive(figure);
    expect(new URL(page.url()).hash).toBe('');

    const alone = await page.evaluate(
      async (asked) => {
        const program = `${location.origin}/docs/use/engine.js`;
        const { drawTransfers } = (await import(program)) as {
          drawTransfers: (options: object) => Promise<Float32Array>;
        };
        const pictures = await drawTransfers({ ...asked, models: '../public/models' });
        return Array.from(pictures, (ink) => ink * 255);
      },
      { id, image: golden.image },
    );
    const numPixels = cellSize * cellSize;
    const own = alone.slice(golden.row * numPixels, (golden.row + 1) * numPixels);
    expect(largestDifference(own, golden.picture)).toBeLessThanOrEqual(goldenTolerance);
  },
);
