/**
 * What our Markdown does beyond Astro's: links that start with a slash go through the site's base path, displayed formulas
 * can be scrolled by keyboard where they are wider than the screen, and the search does not see the TeX that a formula was
 * set from. Not here: KaTeX itself.
 */
import { withBase } from '../layout/links.ts';

/** The part of a hast node that we look at. */
interface HtmlNode {
  tagName?: string;
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
