/** The book as one HTML document: title page, contents, the pages in reading order, and the solutions of the exercises. Pure. */
import { chapterNumber, cover, siteTitle, type Chapter } from '../../src/components/layout/contents.ts';
import { bindLinks, pageNumberOf } from './links.ts';
import { partId, partOf, type BuiltPage, type Part } from './parts.ts';
import { solutionsId, takeSolutions } from './solutions.ts';

/** `style`: the book's own style sheet, which comes last. */
export function bookDocument(pages: readonly BuiltPage[], style: string): string {
  const parts = pages.map(partOf);
  bindLinks(parts);
  const solutions = takeSolutions(parts);
  const styles = new Set(parts.flatMap((part) => part.styles));
  const heads = [...parts.map(headOf), { id: solutionsId, text: 'Solutions' }];
  return `<!doctype html>
<html lang="en" data-theme="light">
<head>
<meta charset="utf-8">
<title>${siteTitle}</title>
${[...styles].join('\n').replaceAll('font-display:optional', 'font-display:block')}
<style>${style}${heads.map(runningHead).join('')}</style>
</head>
<body>
${titlePage(parts)}
${contentsOf(parts)}
${parts.map(({ article }) => article.outerHTML).join('\n')}
${solutions.outerHTML}
</body>
</html>`;
}

interface Head {
  readonly id: string;
  /** At the top of each page. */
  readonly text: string;
}

const numbered = (page: Chapter): string => {
  const number = chapterNumber(page);
  return number === 0 ? page.title : `${number}  ${page.title}`;
};

const headOf = ({ page }: Part): Head => ({ id: partId(page), text: numbered(page) });

const runningHead = ({ id, text }: Head): string => `@page ${id} { @top-left { content: "${text}"; } }\n`;

function titlePage(parts: readonly Part[]): string {
  const address = parts.find(({ page }) => page === cover)?.address;
  return `<section class="book-title">
<p class="book-name">${siteTitle}</p>
<p class="book-subject">${cover.title}</p>
<p class="book-summary">${cover.summary}</p>
${address === undefined ? '' : `<p class="book-address">${address}</p>`}
</section>`;
}

function contentsOf(parts: readonly Part[]): string {
  const lines = parts.map(
    ({ page, article }) =>
      `<li><a href="#${partId(page)}"><span class="book-number">${chapterNumber(page) || ''}</span>${page.title}</a>${pageNumberOf(partId(page))}${sectionsOf(article)}</li>`,
  );
  return `<nav class="book-contents"><h1>Contents</h1><ol>
${lines.join('\n')}
<li><a href="#${solutionsId}"><span class="book-number"></span>Solutions</a>${pageNumberOf(solutionsId)}</li>
</ol></nav>`;
}

const sectionsOf = (article: Element): string => {
  const lines = [...article.querySelectorAll('h2[id]:not([id$="--references"])')].map(
    ({ id, textContent }) => `<li><a href="#${id}">${textContent}</a>${pageNumberOf(id)}</li>`,
  );
  return lines.length === 0 ? '' : `<ol>${lines.join('')}</ol>`;
};
