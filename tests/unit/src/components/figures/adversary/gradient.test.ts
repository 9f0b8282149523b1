import { expect, test } from 'vitest';
import { gradientAreas, gradientText } from '../../../../../../src/components/figures/adversary/gradient.ts';

/** Of three by three pixels. */
const gradient = [1, 0, 0, 0, 0, -0.3, 0, 0, 0.05];

test('pixels are painted by their sign and strength, and weak ones are not', () => {
  const areas = gradientAreas(gradient).filter(({ path }) => path !== '');
  expect(areas).toEqual([
    { sign: 'more', opacity: 1, path: 'M0,0h1v1h-1z' },
    { sign: 'less', opacity: 0.5, path: 'M2,1h1v1h-1z' },
  ]);
});

test('a gradient that is nothing paints nothing', () => {
  expect(gradientAreas([0, 0, 0, 0]).every(({ path }) => path === '')).toBe(true);
});

test('it says where more ink and less ink would raise the score', () => {
  expect(gradientText(gradient)).toBe(
    'more ink would raise the score most at the top left, less ink most in the middle right',
  );
});
