/**
 * Cuts a numbered figure out of the built page that it stands on, with what it needs there: the styles of the page's head, and the scripts of
 * the page's text, which Astro writes only where a page needs them first. Not here: where it is put (place-figures.ts).
 */
import { Parser } from 'htmlparser2';

/** Of a built page: text by place, so that nothing is written anew. */
interface PageMap {
  readonly figures: ReadonlyMap<string, string>;
  /** Sentences that a test holds, by the id of their `<Claim>`. */
  readonly claims: ReadonlyMap<string, string>;
  /** Links and elements of style in the head, in their order. */
  readonly styles: readonly string[];
  /** Scripts and styles within the page's main part, in their order; data is no script. */
  readonly scripts: readonly string[];
}

export interface CutFigure {
  readonly html: string;
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}

const isData = (type: string | undefined): boolean => type !== undefined && type !== 'module';
const isSheet = (tag: string, { rel }: Readonly<Record<string, string>>): boolean =>
  tag === 'style' || (tag === 'link' && rel === 'stylesheet');

/** Reads a page once; `ids` are those of the figures wanted. */
export function mapPage(html: string, ids: ReadonlySet<string>): PageMap {
  const figures = new Map<string, string>();
  const claims = new Map<string, string>();
  const styles: string[] = [];
  const scripts: string[] = [];
  const open: { tag: string; start: number; keep?: (text: string) => void }[] = [];
  let [inHead, inMain] = [false, false];
  const parser = new Parser({
    onopentag(tag, attributes) {
      const start = parser.startIndex;
      if (tag === 'head') inHead = true;
      if (tag === 'main') inMain = true;
      const { id = '' } = attributes;
      let keep: ((text: string) => void) | undefined;
      if (tag === 'figure' && ids.has(id)) keep = (text) => figures.set(id, text);
      else if (tag === 'span' && attributes['class'] === 'claim') {
        keep = (text) => claims.set(id.replace(/^claim-/, ''), text);
      } else if (inHead && isSheet(tag, attributes)) keep = (text) => styles.push(text);
      else if (inMain && (tag === 'style' || (tag === 'script' && !isData(attributes['type'])))) {
        keep = (text) => scripts.push(text);
      }
      open.push({ tag, start, ...(keep && { keep }) });
    },
    onclosetag(tag) {
      if (tag === 'head') inHead = false;
      if (tag === 'main') inMain = false;
      const element = open.pop();
      element?.keep?.(html.slice(element.start, parser.endIndex + 1));
    },
  });
  parser.end(html);
  return { figures, claims, styles, scripts };
}

/**
 * The figure by itself. Its anchors into the rest of its page lead to that page, `address`; ids that React made are told apart from those that
 * it made on other pages.
 *
 * @throws where the page has no such figure.
 */
export function cutFigure(page: PageMap, id: string, address: string): CutFigure {
  const whole = page.figures.get(id);
  if (whole === undefined)
    throw new Error(`The page ${address} has no figure "${id}". Say in figures.ts where it stands.`);
  const { styles, scripts } = page;
  let html = scripts.reduce((text, script) => text.replace(script, ''), whole);
  const ids = new Set(Array.from(html.matchAll(/\sid="([^"]+)"/g), ([, found]) => found));
  const names = new Set(Array.from(html.matchAll(/\sdata-figure="([^"]+)"/g), ([, name]) => name));
  html = html.replace(/\shref="#([^"]*)"/g, (link, anchor: string) => {
    const name = /^fig-([a-z-]+)=/.exec(anchor)?.[1];
    const isHere = name === undefined ? ids.has(decodeURIComponent(anchor)) : names.has(name);
    return isHere ? link : ` href="${address}#${anchor}"`;
  });
  for (const [, prefix] of html.matchAll(/<astro-island [^>]*?prefix="(r\d+)"/g)) {
    html = html
      .replaceAll(`prefix="${prefix}"`, `prefix="${id}-${prefix}"`)
      .replaceAll(`_${prefix}R_`, `_${id}-${prefix}R_`);
  }
  return { html, styles, scripts };
}
