import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { bookDocument } from '../../../../scripts/book/document.ts';
import { partOf, type BuiltPage } from '../../../../scripts/book/parts.ts';
import { bookPages, cover, type Chapter } from '../../../../src/components/layout/contents.ts';

/** A page as the build writes it, with what a test adds to its head and its text. */
const built = (page: Chapter, { head = '', main = '' } = {}): BuiltPage => ({
  page,
  html: `<!doctype html><html><head>${head}</head><body><nav id="shell">Sidebar</nav>
    <main><h1 id="_top">${page.title}</h1>${main}<footer class="page-foot">Next</footer></main></body></html>`,
});

const pageNamed = (slug: string): Chapter => bookPages.find((page) => page.slug === slug) ?? cover;
const [method, swaps] = [pageNamed('method'), pageNamed('swaps')];
const bookOf = (...pages: readonly BuiltPage[]): Document => parseHTML(bookDocument(pages, '')).document;
const targets = (book: Document): (string | null)[] =>
  [...book.querySelectorAll('.test')].map((link) => link.getAttribute('href'));

describe('the book', () => {
  it('has the pages in reading order, and the solutions after them', () => {
    const book = bookOf(...bookPages.map((page) => built(page)));
    const ids = [...book.querySelectorAll('.book-part')].map(({ id }) => id);
    expect(ids).toEqual([...bookPages.map(({ slug }) => slug || 'cover'), 'solutions']);
  });

  it('lists chapters with their numbers and sections in the contents, each with the number of its page', () => {
    const main = '<h2 id="four">Four to three</h2><h2 id="references">References</h2>';
    const lines = bookOf(built(cover), built(swaps, { main })).querySelectorAll('.book-contents a');
    expect(Array.from(lines, ({ textContent }) => textContent)).toEqual([
      'Generative Latent Optimization',
      '3Swaps',
      'Four to three',
      'Solutions',
    ]);
    for (const line of lines) {
      const of = line.nextElementSibling?.getAttribute('data-of');
      expect(line.getAttribute('href')).toBe(`#${of}`);
    }
  });

  it('has no id twice, and keeps what names an element by its id', () => {
    const main = `<p id="note">σ</p><input aria-describedby="note other"><b id="other" style="clip-path: url(#note)"></b>`;
    const book = bookOf(built(method, { main }), built(swaps, { main }));
    const ids = Array.from(book.querySelectorAll('[id]'), ({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const input = book.querySelector('#swaps input');
    expect(input?.getAttribute('aria-describedby')).toBe('swaps--note swaps--other');
    expect(book.querySelector('#swaps--other')?.getAttribute('style')).toContain('url(#swaps--note)');
  });

  it('names no place by letters that readers of PDF do not take', () => {
    const main = '<h2 id="what-σ-does">σ</h2><a class="test" href="#what-%CF%83-does">there</a>';
    expect(targets(bookOf(built(swaps, { main })))).toEqual(['#swaps--what-u3c3-does']);
  });

  it('leaves out the shell, what runs, and the list of chapters with its heading', () => {
    const main = `<div class="level-h2"><h2>The chapters</h2></div><ol class="chapter-list"></ol>
      <noscript>With JavaScript</noscript><script>run()</script><div class="level-h2"><h2>Why</h2></div>`;
    const part = bookOf(built(cover, { main })).querySelector('#cover');
    expect(Array.from(part?.children ?? [], ({ textContent }) => textContent)).toEqual([cover.title, 'Why']);
  });

  it('takes each style sheet once, and waits for every font', () => {
    const head = `<link rel="stylesheet" href="/a.css"><style>@font-face{font-display:optional}</style>
      <link rel="stylesheet" href="/light.css" media="(prefers-color-scheme: light)">`;
    const book = bookOf(built(method, { head }), built(swaps, { head }));
    const sheets = book.querySelectorAll('link[rel=stylesheet]');
    expect(Array.from(sheets, (sheet) => sheet.getAttribute('href'))).toEqual(['/a.css']);
    expect(book.head.innerHTML).toContain('font-display:block');
    expect(book.head.innerHTML).not.toContain('font-display:optional');
  });

  it('sets a figure before its prose, where one may pass the other', () => {
    const main = `<div class="prose"><div class="beside"><figure class="figure"></figure><div class="beside-prose"><p>Its prose</p></div></div></div>`;
    const figure = bookOf(built(swaps, { main })).querySelector('.figure');
    expect(figure?.nextElementSibling?.outerHTML).toBe('<p>Its prose</p>');
  });

  it('takes solutions to the end, and says at each exercise on which page', () => {
    const exercise = (solution: string) =>
      `<li class="exercise"><p>Why?</p><details class="solution"><summary>Solution</summary><p>${solution}</p></details></li>`;
    const main = `<ol>${exercise('So.')}${exercise('Because.')}</ol>`;
    const book = bookOf(built(method), built(swaps, { main }));
    const last = book.querySelector('.exercise:last-child');
    expect(last?.textContent).toBe('Why?Solution00');
    expect(last?.querySelector('.page-number')?.getAttribute('data-of')).toBe('solutions--swaps-2');
    expect(book.querySelector('#solutions--swaps-2')?.textContent).toBe('Because.');
    expect(Array.from(book.querySelectorAll('#solutions h2'), (h2) => h2.textContent)).toEqual(['Swaps']);
  });

  it('asks for a build where a page is not whole', () => {
    expect(() => partOf({ page: swaps, html: '<html></html>' })).toThrow(
      'The page /swaps of dist has no <main>. Build the site again: npm run build.',
    );
  });
});

describe('a link in the book', () => {
  const links = (...addresses: readonly string[]): string =>
    addresses.map((address) => `<a class="test" href="${address}">there</a>`).join('');
  const canonical = (path: string) => ({
    head: `<link rel="canonical" href="https://glo.example/repo/${path}">`,
  });

  it('leads to a place in the book, with the number of its page where that is in another part', () => {
    const main = links('/method/', '/method/#why', '#why', '/', '/method/#_top');
    const book = bookOf(
      built(cover),
      built(method, { main: '<p id="why"></p>' }),
      built(swaps, { main: `<p id="why"></p>${main}` }),
    );
    expect(targets(book)).toEqual(['#method', '#method--why', '#swaps--why', '#cover', '#method']);
    const numbers = Array.from(book.querySelectorAll('#swaps .page-number'), (span) =>
      span.getAttribute('data-of'),
    );
    expect(numbers).toEqual(['method', 'method--why', 'cover', 'method']);
  });

  it('leads to the site where the book has no such place and the build was told an address', () => {
    const main = links('/repo/runs/one/', '#fig-transfer=sigma:0', '../method/', 'https://arxiv.org/abs/1');
    const book = bookOf(built(method, canonical('method/')), built(swaps, { ...canonical('swaps/'), main }));
    expect(targets(book)).toEqual([
      'https://glo.example/repo/runs/one/',
      'https://glo.example/repo/swaps/#fig-transfer=sigma:0',
      '#method',
      'https://arxiv.org/abs/1',
    ]);
    const onSite = Array.from(book.querySelectorAll('.test'), (link) => link.classList.contains('on-site'));
    expect(onSite).toEqual([true, true, false, false]);
  });

  it('leads nowhere when nobody knows where the site lives', () => {
    const book = bookOf(built(swaps, { main: links('/runs/one/', 'https://arxiv.org/abs/1') }));
    expect(targets(book)).toEqual([null, 'https://arxiv.org/abs/1']);
  });
});
