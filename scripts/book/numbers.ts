/** The numbers of pages: read from a printed book, where each place that a link leads to has a name, and written behind the links. */
import { getDocumentProxy } from 'unpdf';

export type PageNumbers = ReadonlyMap<string, number>;

/** As PDF says it: first the page, then where on it. */
type Place = readonly { readonly num: number; readonly gen: number }[];

/** The page, from 1, on which the element of each id stands. */
export async function pageNumbers(pdf: Uint8Array): Promise<PageNumbers> {
  const book = await getDocumentProxy(Uint8Array.from(pdf));
  const places = Object.entries<Place>(await book.getDestinations());
  const numbers = await Promise.all(
    places.map(async ([id, place]) => [id, 1 + (await book.getPageIndex(place[0]))] as const),
  );
  return new Map(numbers);
}

/** @throws Error naming an id without a page. */
export const withPageNumbers = (html: string, numbers: PageNumbers): string =>
  html.replace(/(<span class="page-number" data-of="([^"]+)">)[^<]*/g, (_, span: string, id: string) => {
    const number = numbers.get(id);
    if (number === undefined)
      throw new Error(
        `No page of the book has the place ${id}: expected one of the ${numbers.size} that links lead to.`,
      );
    return `${span}${number}`;
  });
