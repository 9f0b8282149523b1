/** What a run in the page says of itself changes all the time, so no page that was built has it (tests/e2e/languages.test.ts). */
import { expect, it } from 'vitest';
import { german } from '../../../../../../src/components/figures/languages/de.ts';
import { createTranslate } from '../../../../../../src/components/figures/languages/words.ts';

const translate = createTranslate(german);

it.each([
  [
    'Made beforehand: 2000 images of MNIST, σ\u00a00.3, 50 epochs.',
    'Vorab gemacht: 2000 Bilder (MNIST), σ 0.3, 50 Epochen.',
  ],
  [
    'Paused: 200 images of strokes, σ\u00a00.3. 1 epoch, 7 steps.',
    'Angehalten: 200 Bilder (Striche), σ 0.3. 1 Epoche, 7 Schritte.',
  ],
  [
    'Training: 500 images of MNIST, σ\u00a00.3 and σ\u00a00.5. 3 epochs, 60 steps.',
    'Es wird trainiert: 500 Bilder (MNIST), σ 0.3 und σ 0.5. 3 Epochen, 60 Schritte.',
  ],
  [
    'Training: 2,000 images of strokes, weight\u00a0¼. 0 epochs, 1 step.',
    'Es wird trainiert: 2,000 Bilder (Striche), Gewicht ¼. 0 Epochen, 1 Schritt.',
  ],
  ['Second run: training diverged.', 'Zweiter Lauf: Das Training ist divergiert.'],
  [
    'Loss of the batch, from 0.5 to 0.1 after 80 steps',
    'Verlust des Stapels, von 0.5 auf 0.1 nach 80 Schritten',
  ],
  [
    'Loss of the batch over 80 steps. First run: σ\u00a00.3: from 0.5 to 0.1. Second run: σ\u00a01: from 0.5 to 0.2.',
    'Verlust des Stapels über 80 Schritte. Erster Lauf: σ 0.3: von 0.5 auf 0.1. Zweiter Lauf: σ 1: von 0.5 auf 0.2.',
  ],
])('says %j in German', (text, said) => {
  expect(translate(text)).toBe(said);
});
