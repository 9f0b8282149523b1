/**
 * `npm run book`: prints the built site (`npm run build`) as one PDF, runs/glo-explained.pdf: with contents, numbers of pages, bookmarks,
 * and links that lead to pages. It is printed as one document, so that fonts are in it once and a link from chapter to chapter stays one;
 * and twice, because only a printed book knows its numbers of pages. Links to what is not in the book need a build with SITE_URL.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { bookPages } from '../src/components/layout/contents.ts';
import { findBrowser } from './browser.ts';
import { bookDocument } from './book/document.ts';
import { pageNumbers, withPageNumbers } from './book/numbers.ts';
import { Press } from './book/print.ts';

const file = 'runs/glo-explained.pdf';

const pages = await Promise.all(
  bookPages.map(async (page) => ({
    page,
    html: await readFile(`dist/${page.slug && `${page.slug}/`}index.html`, 'utf8'),
  })),
);
const html = bookDocument(pages, await readFile('scripts/book/book.css', 'utf8'));
const server = await preview({ configFile: false, logLevel: 'warn', build: { outDir: 'dist' } });
const [address] = server.resolvedUrls?.local ?? [];
const { executablePath } = await findBrowser();
const browser = await chromium.launch({ executablePath });
const press = new Press(await browser.newPage(), `${address}book.html`);
const laidOut = await press.layOut(html);
const numbers = await pageNumbers(await press.print(laidOut));
const book = await press.print(withPageNumbers(laidOut, numbers));
await browser.close();
await server.close();
await mkdir('runs', { recursive: true });
await writeFile(file, book);
process.stdout.write(`${file}: ${(book.length / 1e6).toFixed(1)} MB\n`);
