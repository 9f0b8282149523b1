/** The live figures as a reader meets them: where they are, and how their common controls are used. */
import { expect, type Locator, type Page } from '@playwright/test';

export interface FigurePlace {
  readonly title: string;
  /** Relative to the site's base. */
  readonly path: string;
  /** Its `data-figure`, and its name in the URL. */
  readonly name: string;
}

export const firstSwap: FigurePlace = { title: 'the first swap', path: '', name: 'first-swap' };
export const cover: FigurePlace = { title: 'the grid on the cover', path: '', name: 'transfer' };
export const reconstructions: FigurePlace = {
  title: 'the reconstructions',
  path: 'reconstructions/',
  name: 'reconstructions',
};
export const transferGrid: FigurePlace = { title: 'the transfer grid', path: 'swaps/', name: 'transfer' };
export const samples: FigurePlace = { title: 'the samples', path: 'samples/', name: 'samples' };
export const interpolation: FigurePlace = {
  title: 'the interpolation',
  path: 'samples/',
  name: 'interpolation',
};

export const twoCodes: FigurePlace = { title: 'the two codes', path: 'method/', name: 'two-codes' };
export const slowMotion: FigurePlace = { title: 'the slow motion', path: 'method/', name: 'slow-motion' };

/** It has a slider where the others have a toggle. */
export const noise: FigurePlace = { title: 'the sweep of σ', path: 'noise/', name: 'noise' };

export const chapterFigures = [reconstructions, transferGrid, samples, interpolation];
export const allFigures = [cover, ...chapterFigures, noise];

export const figureOn = (page: Page, { name }: FigurePlace): Locator =>
  page.locator(`[data-figure="${name}"]`);

/** Opens the figure's page and brings the figure on screen. `state` is its part of the hash. */
export async function openFigure(page: Page, place: FigurePlace, state = ''): Promise<Locator> {
  await page.goto(place.path + (state && `#fig-${place.name}=${state}`));
  const figure = figureOn(page, place);
  await figure.scrollIntoViewIfNeeded();
  return figure;
}

/** The picture on screen is the one asked for. */
export const expectLive = (figure: Locator): Promise<void> =>
  expect(figure).toHaveAttribute('data-state', 'ready');

export async function openLive(page: Page, place: FigurePlace, state = ''): Promise<Locator> {
  const figure = await openFigure(page, place, state);
  await expectLive(figure);
  return figure;
}

export const sigmaOf = (figure: Locator, sigma: number): Locator =>
  figure.getByRole('radio', { name: `σ ${sigma}`, exact: true });

export const sigmaSlider = (figure: Locator): Locator => figure.getByRole('slider', { name: /^σ/ });

/** The noise level that the figure's toggle or slider shows. */
export async function chosenSigma(figure: Locator): Promise<number> {
  const slider = sigmaSlider(figure);
  const text =
    (await slider.count()) > 0
      ? await slider.getAttribute('aria-valuetext')
      : await figure.getByRole('radio', { name: /^σ /, checked: true }).getAttribute('aria-label');
  return Number(text?.slice(2));
}

export async function chooseSigma(figure: Locator, sigma: number): Promise<void> {
  const slider = sigmaSlider(figure);
  if ((await slider.count()) > 0) {
    await slider.press('Home');
    while ((await chosenSigma(figure)) < sigma) await slider.press('ArrowRight');
  } else {
    await sigmaOf(figure, sigma).check();
  }
  await expectLive(figure);
}

export async function choosePreset(figure: Locator, recipe: 'exercise' | 'lord' | 'styled'): Promise<void> {
  await figure.getByRole('radio', { name: recipe, exact: true }).check();
  await expectLive(figure);
}

export async function chooseEngine(figure: Locator, name: 'tfjs' | 'ONNX Runtime'): Promise<void> {
  await figure.getByRole('radio', { name }).check();
  await expectLive(figure);
}
