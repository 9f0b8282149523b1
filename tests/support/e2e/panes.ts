/** Figures that draw the same contents with several models beside each other, one model a pane. */
import { expect, type Locator } from '@playwright/test';
import { expectLive } from './figures.ts';

export const pane = (figure: Locator, index: number): Locator => figure.locator('.transfer-pane').nth(index);

/** `ids` as the engine knows the models: src/engine/checkpoint-key.ts. */
export async function expectPanesLive(figure: Locator, ids: readonly string[]): Promise<void> {
  for (const [i, id] of ids.entries()) {
    await expect(pane(figure, i)).toHaveAttribute('data-model', id);
    await expectLive(pane(figure, i));
  }
}
