import { expect, it } from 'vitest';
import { allBibtex, bibtexOf } from '../../../../../src/components/mdx/bibtex.ts';
import { references } from '../../../../../src/components/mdx/references.ts';

it('writes a work as an entry', () => {
  expect(bibtexOf('glo')).toBe(`@misc{glo,
  author = {Piotr Bojanowski and Armand Joulin and David Lopez-Paz and Arthur Szlam},
  title = {{Optimizing the Latent Space of Generative Networks}},
  howpublished = {ICML 2018},
  year = {2018},
  url = {https://arxiv.org/abs/1707.05776},
}`);
});

it('has an entry for each work, in ASCII, with braces in pairs', () => {
  const text = allBibtex();
  expect(text.match(/^@misc\{/gm)).toHaveLength(Object.keys(references).length);
  expect(text).toMatch(/^[\n\x20-\x7E]*$/);
  expect(text).toContain("Ferenc Husz{\\'a}r");
  expect(text).toContain('{$\\beta$}-VAE');
  for (const entry of text.split('\n\n'))
    expect(entry.split('{').length, entry).toBe(entry.split('}').length);
});
