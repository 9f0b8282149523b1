/** Prints one HTML document, whose files `dist` has, into a PDF with bookmarks. */
import type { Page } from 'playwright';
import { fillGaps, type Sheet } from './fill-gaps.ts';

/** Figures have the room that they have on a screen; words have their size in book.css. */
const scale = 0.75;
const millimetre = 96 / 25.4;
/** An A4 sheet within the margins of book.css. */
const sheet: Sheet = {
  width: ((210 - 2 * 18) * millimetre) / scale,
  height: ((297 - 2 * 20) * millimetre) / scale,
};

export class Press {
  readonly #page: Page;
  readonly #address: string;

  /** `address`: of a page beside those of `dist`. */
  constructor(page: Page, address: string) {
    this.#page = page;
    this.#address = address;
  }

  /** The document with its figures where they leave no gaps. @throws Error naming files that it needs and `dist` does not have. */
  async layOut(html: string): Promise<string> {
    await this.#show(html);
    await this.#page.evaluate(fillGaps, sheet);
    return this.#page.content();
  }

  async print(html: string): Promise<Buffer> {
    await this.#show(html);
    return this.#page.pdf({
      scale,
      preferCSSPageSize: true,
      printBackground: true,
      outline: true,
      tagged: true,
    });
  }

  async #show(html: string): Promise<void> {
    const missing: string[] = [];
    const note = (response: { ok(): boolean; url(): string }): void => {
      if (!response.ok()) missing.push(new URL(response.url()).pathname);
    };
    this.#page.on('response', note);
    await this.#page.setViewportSize({ width: Math.round(sheet.width), height: Math.round(sheet.height) });
    await this.#page.emulateMedia({ media: 'print' });
    await this.#page.route(
      this.#address,
      (route) => route.fulfill({ body: html, contentType: 'text/html' }),
      { times: 1 },
    );
    // A book has thousands of pictures.
    await this.#page.goto(this.#address, { timeout: 0 });
    await this.#page.evaluate('document.fonts.ready');
    this.#page.off('response', note);
    if (missing.length > 0)
      throw new Error(
        `The book needs ${missing.join(', ')}, and dist does not have it. Build for the root of a host: npm run build, without BASE_PATH.`,
      );
  }
}
