/**
 * Links a defined word to its definition where a section has it first, so that it can explain itself there (explain-terms.ts): a rehype
 * plugin for the pages. Left alone: headings, links, code, formulas, captions, tables, and a section that defines the word.
 */
import { withBase } from '../layout/links.ts';
import { gatherDefinitions, termAnchor } from './definitions.ts';

/** The part of a hast node that we look at, elements of MDX among them. */
interface PageNode {
  type?: string;
  tagName?: string;
  /** Of an element of MDX: the component. */
  name?: string | null;
  attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  value?: string;
  properties?: Record<string, unknown>;
  children?: PageNode[];
}

/** Models of these pages have no encoder and no adversary. */
const learnedCodePages = [
  'index',
  'method',
  'reconstructions',
  'swaps',
  'samples',
  'noise',
  'losses',
  'beyond',
  'mistakes',
  'workbench',
  'engine-room',
];

/** Words that other pages use for models of another kind, or as anyone does: explained on these alone. */
export const explainedOnlyOn: Readonly<Partial<Record<string, readonly string[]>>> = {
  collapse: ['adversary'],
  generator: learnedCodePages,
  interpolation: learnedCodePages,
  projection: ['reconstructions'],
  reconstruction: learnedCodePages,
  sample: learnedCodePages,
  setting: ['index', 'method', 'beyond', 'pictures', 'reproduce', 'questions'],
  style: ['beyond'],
};

/** Where the plural is more than an s, or part of the term is left out. */
const writtenAs: Readonly<Partial<Record<string, string>>> = {
  'noise std σ': 'noise std(?: σ)?',
  swap: 'swaps?(?! accuracy)',
};

/** The name of a page from the path of its source. */
export const pageName = (path: string): string => /([^/\\]+)\.mdx$/.exec(path)?.[1] ?? '';

/** What finds the words of a page: each of `terms` has a group, and the one that is there holds all that was found. */
function finder(terms: readonly string[]): RegExp {
  const words = terms.map((term) => `(${(writtenAs[term] ?? `${term}s?`).replaceAll(' ', '\\s')})`);
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}-])`, 'giu');
}

const leftAlone = /^(?:h[1-6]|a|code|pre|svg|table|Definition|Figure|SourceQuote|\w*Table)$/;

const isLeftAlone = ({ tagName, name, properties }: PageNode): boolean =>
  leftAlone.test(tagName ?? name ?? '') ||
  (Array.isArray(properties?.['className']) && properties['className'].includes('katex'));

export const rehypeTerms =
  ({
    base,
    terms = gatherDefinitions().map(({ term }) => term),
  }: {
    base: string;
    terms?: readonly string[];
  }) =>
  (tree: PageNode, { path }: { readonly path: string }): void => {
    const page = pageName(path);
    // The longer first: a class code is no code alone.
    const known = terms
      .filter((term) => explainedOnlyOn[term]?.includes(page) ?? true)
      .toSorted((a, b) => b.length - a.length);
    const words = finder(known);

    const linked = (text: string, seen: Set<string>): PageNode[] => {
      const parts: PageNode[] = [];
      let done = 0;
      for (const found of text.matchAll(words)) {
        const term = known[found.indexOf(found[0], 1) - 1];
        if (seen.has(term)) continue;
        seen.add(term);
        const href = withBase(`glossary/#${termAnchor(term)}`, base);
        parts.push(
          { type: 'text', value: text.slice(done, found.index) },
          {
            type: 'element',
            tagName: 'a',
            properties: { href, className: ['term'] },
            children: [{ type: 'text', value: found[0] }],
          },
        );
        done = found.index + found[0].length;
      }
      return [...parts, { type: 'text', value: text.slice(done) }];
    };

    for (const section of sectionsOf(tree.children ?? [])) {
      const defined = section.flatMap(definedIn);
      const linkWithin = (node: PageNode, seen: Set<string>): void => {
        if (isLeftAlone(node) || !node.children) return;
        node.children = node.children.flatMap((child) => {
          if (child.type === 'text' && child.value !== undefined) return linked(child.value, seen);
          linkWithin(child, isFolded(child) ? new Set(defined) : seen);
          return [child];
        });
      };
      linkWithin({ children: section }, new Set(defined));
    }
  };

/** What is read for itself, or not at all. */
const isFolded = ({ name, attributes = [] }: PageNode): boolean =>
  name === 'Curious' || attributes.some(({ value }) => value === 'solution');

/** The children of a page, cut before each of its second headings. */
function sectionsOf(children: readonly PageNode[]): PageNode[][] {
  const sections: PageNode[][] = [[]];
  for (const child of children) {
    if (child.tagName === 'h2') sections.push([]);
    sections[sections.length - 1].push(child);
  }
  return sections;
}

/** The terms that a node defines, itself or within. */
const definedIn = (node: PageNode): string[] => [
  ...(node.name === 'Definition'
    ? (node.attributes ?? []).flatMap(({ name, value }) => (name === 'term' ? [String(value)] : []))
    : []),
  ...(node.children ?? []).flatMap(definedIn),
];
