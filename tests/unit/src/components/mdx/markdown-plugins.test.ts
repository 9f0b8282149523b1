import { describe, expect, it } from 'vitest';
import { rehypeBase, rehypeBound, rehypeMath } from '../../../../../src/components/mdx/markdown-plugins.ts';

const link = (href: string) => ({ tagName: 'a', properties: { href } });

describe('Markdown', () => {
  it.each([
    ['/swaps/', '/repo/swaps/'],
    ['/', '/repo/'],
    ['#samples', '#samples'],
    ['https://arxiv.org/', 'https://arxiv.org/'],
    ['//example.org/', '//example.org/'],
  ])('turns a link to %s under /repo into %s', (href, expected) => {
    const node = link(href);
    rehypeBase({ base: '/repo' })({ children: [{ tagName: 'p', children: [node] }] });
    expect(node.properties.href).toBe(expected);
  });

  it('leaves links alone on a site at the root', () => {
    const node = link('/swaps/');
    rehypeBase({ base: '/' })({ children: [node] });
    expect(node.properties.href).toBe('/swaps/');
  });

  it('lets the keyboard reach displayed formulas, and no other element', () => {
    const formula = { tagName: 'span', properties: { className: ['katex-display'] } };
    const inline = { tagName: 'span', properties: { className: ['katex'] } };
    rehypeMath()({ children: [formula, inline] });
    expect(formula.properties).toMatchObject({ tabIndex: 0, ariaLabel: 'Formula' });
    expect(inline.properties).toEqual({ className: ['katex'] });
  });

  it('keeps the source of formulas out of the search', () => {
    const source = { tagName: 'span', properties: { className: ['katex-mathml'] } };
    const seen = { tagName: 'span', properties: { className: ['katex-html'] } };
    rehypeMath()({ children: [source, seen] });
    expect(source.properties).toMatchObject({ dataPagefindIgnore: '' });
    expect(seen.properties).toEqual({ className: ['katex-html'] });
  });

  it('binds a symbol to its value, across elements too, and leaves code alone', () => {
    const text = (value: string) => ({ type: 'text', value });
    const [prose, rest, code] = [text('at σ = 1'), text(' = 2'), text('σ = 3')];
    const symbol = { tagName: 'em', children: [text('σ')] };
    rehypeBound()({ children: [prose, symbol, rest, { tagName: 'code', children: [code] }] });
    expect([prose.value, rest.value, code.value]).toEqual(['at σ\u00a0=\u00a01', '\u00a0=\u00a02', 'σ = 3']);
  });

  it('keeps a short formula on one line, and lets a long one break', () => {
    const formula = (source: string) => ({
      tagName: 'span',
      properties: { className: ['katex'] },
      children: [{ tagName: 'annotation', children: [{ type: 'text', value: source }] }],
    });
    const [short, long] = [formula(String.raw`\sigma = 0.3,`), formula('a + b + c + d + e + f')];
    rehypeBound()({ children: [short, long] });
    expect(short.properties.className).toContain('bound');
    expect(long.properties.className).not.toContain('bound');
  });
});
