import { describe, expect, it } from 'vitest';
import { bookPages } from '../../../../../src/components/layout/contents.ts';
import { pagePath } from '../../../../../src/components/layout/page-source.ts';
import { gatherDefinitions } from '../../../../../src/components/mdx/definitions.ts';
import { explainedOnlyOn, pageName, rehypeTerms } from '../../../../../src/components/mdx/explained-terms.ts';

interface Node {
  type?: string;
  tagName?: string;
  name?: string;
  value?: string;
  properties?: Record<string, unknown>;
  attributes?: readonly { readonly name: string; readonly value: string }[];
  children?: Node[];
}

const text = (value: string): Node => ({ type: 'text', value });
const element = (tagName: string, ...children: Node[]): Node => ({ type: 'element', tagName, children });
const component = (name: string, ...children: Node[]): Node => ({
  type: 'mdxJsxFlowElement',
  name,
  children,
});
const paragraph = (value: string): Node => element('p', text(value));

const terms = ['code', 'class code', 'generator', 'swap', 'noise std σ'];

/** The links that a page gets, as [word, address]. */
function linksOf(children: Node[], path = 'src/pages/method.mdx'): [string, unknown][] {
  const tree = element('root', ...children);
  rehypeTerms({ base: '/repo/', terms })(tree, { path });
  const found = (node: Node): [string, unknown][] =>
    node.properties?.['className'] === undefined
      ? (node.children ?? []).flatMap(found)
      : [[node.children?.[0]?.value ?? '', node.properties['href']]];
  return found(tree);
}

const wordsOf = (...children: Node[]): string[] => linksOf(children).map(([word]) => word);

describe('A defined word', () => {
  it('is a link to the glossary, under the site’s base, and keeps the text around it', () => {
    const node = paragraph('Take a class code, or two.');
    expect(linksOf([node])).toEqual([['class code', '/repo/glossary/#term-class-code']]);
    const said = (each: Node): string => each.value ?? (each.children ?? []).map(said).join('');
    expect(said(node)).toBe('Take a class code, or two.');
  });

  it('is linked where a section has it first, and again in the next', () => {
    const [first, second] = [paragraph('A generator, the generator.'), paragraph('Generators draw.')];
    expect(wordsOf(first, second)).toEqual(['generator']);
    const [before, after] = [paragraph('A generator.'), paragraph('Generators draw.')];
    expect(wordsOf(before, element('h2', text('Next')), after)).toEqual(['generator', 'Generators']);
  });

  it('is linked in what is folded for itself', () => {
    const solution = {
      ...component('Fragment', paragraph('Swaps.')),
      attributes: [{ name: 'slot', value: 'solution' }],
    };
    const folded = [component('Curious', paragraph('A swap.')), component('Exercise', solution)];
    expect(wordsOf(...folded, paragraph('The swap, the swap.'))).toEqual(['swap', 'Swaps', 'swap']);
  });

  it('is the longest that fits, in the singular or plural, and no part of a word', () => {
    expect(wordsOf(paragraph('Class codes encode; a class-code; swapped; swaps.'))).toEqual([
      'Class codes',
      'swaps',
    ]);
    expect(wordsOf(paragraph('The class\u00a0code of noise std 1'))).toEqual([
      'class\u00a0code',
      'noise std',
    ]);
    expect(wordsOf(paragraph('the swap accuracy'))).toEqual([]);
  });

  it('is left alone in headings, links, code, formulas, tables and captions', () => {
    const formula = { ...paragraph('generator'), properties: { className: ['katex'] } };
    const tags = ['h2', 'h3', 'a', 'code', 'pre', 'table'].map((tag) => element(tag, text('generator')));
    const components = ['Figure', 'SourceQuote', 'LossTable', 'Definition'].map((name) =>
      component(name, paragraph('generator')),
    );
    expect(linksOf([...tags, ...components])).toEqual([]);
    rehypeTerms({ base: '/', terms })(element('root', formula), { path: 'src/pages/method.mdx' });
    expect(formula.children).toEqual([text('generator')]);
  });

  it('is left alone in a section that defines it', () => {
    const definition = {
      ...component('Definition', paragraph('The network.')),
      attributes: [{ name: 'term', value: 'generator' }],
    };
    const section = [paragraph('The generator has a class code.'), component('Curious', definition)];
    expect(wordsOf(...section)).toEqual(['class code']);
  });

  it('is left alone on pages where it means another thing', () => {
    expect(linksOf([paragraph('The generator of a GAN.')], 'src/pages/adversary.mdx')).toEqual([]);
  });
});

it('names terms and pages that there are, where a word is explained on some pages alone', () => {
  const known = gatherDefinitions().map(({ term }) => term);
  const names = bookPages.map((page) => pageName(pagePath(page)));
  for (const [term, pages = []] of Object.entries(explainedOnlyOn)) {
    expect(known).toContain(term);
    expect(names).toEqual(expect.arrayContaining([...pages]));
  }
});
