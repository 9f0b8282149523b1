/**
 * What our Markdown does beyond Astro's: links that start with a slash go through the site's base path, displayed formulas
 * can be scrolled by keyboard where they are wider than the screen, the search does not see the TeX that a formula was
 * set from, and a symbol and its value stay on one line. Not here: KaTeX itself.
 */
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { boundAfterSymbol, boundText, isSymbol } from '../layout/bound-text.ts';
import { withBase } from '../layout/links.ts';

/** The part of a hast node that we look at. */
interface HtmlNode {
  type?: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
}

function visit(node: HtmlNode, change: (node: HtmlNode) => void): void {
  change(node);
  node.children?.forEach((child) => visit(child, change));
}

export const rehypeBase =
  ({ base }: { base: string }) =>
  (tree: HtmlNode): void =>
    visit(tree, ({ tagName, properties }) => {
      const href = properties?.['href'];
      if (properties && tagName === 'a' && typeof href === 'string' && /^\/(?!\/)/.test(href)) {
        properties['href'] = withBase(href, base);
      }
    });

export const rehypeMath =
  () =>
  (tree: HtmlNode): void =>
    visit(tree, ({ properties }) => {
      const classes = properties?.['className'];
      if (!properties || !Array.isArray(classes)) return;
      if (classes.includes('katex-display')) {
        Object.assign(properties, { tabIndex: 0, role: 'group', ariaLabel: 'Formula' });
      }
      // What is seen comes a second time, as MathML with its source for screen readers.
      if (classes.includes('katex-mathml')) properties['dataPagefindIgnore'] = '';
    });

/** A formula no longer than "\\sigma = 0.3," is set on one line; a longer one may break behind its signs. */
const shortFormula = 16;

export const rehypeBound =
  () =>
  (tree: HtmlNode): void => {
    bindWithin(tree);
    visit(tree, ({ properties, children }) => {
      const classes = properties?.['className'];
      if (!Array.isArray(classes) || !classes.includes('katex')) return;
      if ([...(children ?? [])].some((child) => sourceOf(child).length > shortFormula)) return;
      classes.push('bound');
    });
  };

function bindWithin(node: HtmlNode): void {
  if (node.tagName === 'code' || node.tagName === 'pre') return;
  let before: HtmlNode | undefined;
  for (const child of node.children ?? []) {
    if (child.type === 'text' && child.value !== undefined) {
      const text = before && isSymbol(textOf(before)) ? boundAfterSymbol(child.value) : child.value;
      child.value = boundText(text);
    } else bindWithin(child);
    before = child;
  }
}

const textOf = (node: HtmlNode): string =>
  node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(textOf).join('');

/** The TeX of a formula, which KaTeX notes beside it; empty elsewhere. */
const sourceOf = (node: HtmlNode): string =>
  node.tagName === 'annotation' ? textOf(node) : (node.children ?? []).map(sourceOf).join('');

/** All of it with KaTeX, for the pages and for Markdown that is set apart from them. `base`: the site's, such as `/repo/`. */
export const markdownPlugins = (base: string) => ({
  remarkPlugins: [remarkMath],
  rehypePlugins: [
    rehypeKatex,
    rehypeMath,
    rehypeBound,
    [rehypeBase, { base }] as [typeof rehypeBase, { base: string }],
  ],
});
