/** The works that the pages cite as BibTeX. All are `@misc`, which every style sets as it is: the venues are given in words. */
import { references, type ReferenceId } from './references.ts';

/** Outside ASCII, LaTeX of any age reads these. */
const inLatex: Readonly<Partial<Record<string, string>>> = {
  é: "{\\'e}",
  ó: "{\\'o}",
  á: "{\\'a}",
  β: '{$\\beta$}',
  '’': "'",
  '–': '--',
};

const escape = (text: string): string =>
  text.replace(/[&%#_]/g, '\\$&').replace(/[^\x20-\x7E]/gu, (character) => {
    const written = inLatex[character];
    if (written === undefined)
      throw new Error(`BibTeX: no way to write "${character}" in "${text}". Add it to bibtex.ts.`);
    return written;
  });

/** One entry, its key the id in references.ts. The braces keep the capitals of the title. */
export function bibtexOf(id: ReferenceId): string {
  const { authors, title, venue, url } = references[id];
  const year = /\d{4}/.exec(venue)?.[0];
  if (year === undefined) throw new Error(`BibTeX: the venue "${venue}" of ${id} has no year.`);
  const fields = {
    author: escape(authors).split(', ').join(' and '),
    title: `{${escape(title)}}`,
    howpublished: escape(venue),
    year,
    url,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`);
  return [`@misc{${id},`, ...lines, '}'].join('\n');
}

/** All entries, as the file `references.bib`. */
export const allBibtex = (): string =>
  `${(Object.keys(references) as ReferenceId[]).map(bibtexOf).join('\n\n')}\n`;
