/**
 * The Content-Security-Policy of one built page, and what in the page goes against it. Scripts, styles, pictures and fonts come from this site
 * alone; of inline scripts and styles only those that the build wrote, by their hashes. Not here: who writes it into pages
 * (content-security-policy.ts).
 */
import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

interface Attribute {
  readonly tag: string;
  readonly name: string;
  readonly value: string;
  /** Of a link. */
  readonly rel: string | undefined;
}

/** What of a built page a policy is about. */
export interface PageParts {
  /** Texts of inline scripts and styles. */
  readonly inline: Readonly<Record<'script' | 'style', readonly string[]>>;
  readonly attributes: readonly Attribute[];
}

/** Reads a page once, without a tree of it: there are hundreds. */
export function parsePage(html: string): PageParts {
  const inline: Record<'script' | 'style', string[]> = { script: [], style: [] };
  const attributes: Attribute[] = [];
  let open: 'script' | 'style' | undefined;
  const parser = new Parser(
    {
      onopentag(tag, found) {
        for (const [name, value] of Object.entries(found)) {
          attributes.push({ tag, name, value, rel: found['rel'] });
        }
        open = tag === 'style' || (tag === 'script' && !('src' in found)) ? tag : undefined;
        if (open) inline[open].push('');
      },
      ontext(text) {
        if (open) inline[open].push((inline[open].pop() ?? '') + text);
      },
      onclosetag() {
        open = undefined;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return { inline, attributes };
}

/** As a header or a meta tag has it. */
export function policyOf({ inline }: PageParts): string {
  const hashes = (kind: keyof typeof inline) => [...new Set(inline[kind].map(hashOf))];
  return [
    ['default-src', `'self'`],
    // The model runtimes and the search compile WebAssembly.
    ['script-src', `'self'`, `'wasm-unsafe-eval'`, ...hashes('script')],
    ['style-src', `'self'`, ...hashes('style')],
    // KaTeX and our charts place things by attributes, which run nothing.
    ['style-src-attr', `'unsafe-inline'`],
    ['img-src', `'self'`, 'data:', 'blob:'],
    // tfjs asks for its binary, which is there already, by an address of its own.
    ['connect-src', `'self'`, 'blob:'],
    ['object-src', `'none'`],
    ['base-uri', `'self'`],
    ['form-action', `'self'`],
  ]
    .map((directive) => directive.join(' '))
    .join('; ');
}

/** Whether a page sends for what an attribute names as a part of it. Links to other sites are no part of it. */
function sendsFor({ tag, name, rel }: Attribute): boolean {
  if (name === 'href') return tag === 'base' || (tag === 'link' && rel !== 'canonical');
  if (name === 'data') return tag === 'object';
  if (name === 'action') return tag === 'form';
  return ['src', 'srcset', 'poster', 'component-url', 'renderer-url'].includes(name);
}

const otherHost = /^(?:https?:|wss?:)?\/\//i;
const otherHostInStyle = /(?:url\(\s*|@import\s*)["']?(?:https?:)?\/\/[^"')\s]*/gi;

const cut = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').slice(0, 60);
const elsewhere = (what: string, url: string): string =>
  `another host: ${what} asks for ${url}; keep the file in this site`;
const inStyle = (css: string): string[] => foreignAddresses(css).map((url) => elsewhere('a style', url));

/** What a browser would refuse under `policy`, one line each, with what to do. */
export function breachesOf({ inline, attributes }: PageParts, policy: string): string[] {
  const unknown = (['script', 'style'] as const).flatMap((kind) =>
    inline[kind]
      .filter((text) => !policy.includes(hashOf(text)))
      .map((text) => `an inline ${kind} without a hash: ${cut(text)}; write it before the hashes are taken`),
  );
  return [...unknown, ...attributes.flatMap(inAttribute), ...inline.style.flatMap(inStyle)];
}

function inAttribute(attribute: Attribute): string[] {
  const { tag, name, value } = attribute;
  if (/^on[a-z]+$/i.test(name) || /^\s*javascript:/i.test(value)) {
    return [`a script in an attribute: ${name}="${cut(value)}" of <${tag}>; add a listener in a script`];
  }
  if (name === 'style') return inStyle(value);
  if (!sendsFor(attribute)) return [];
  const urls = value.split(/,\s+/).map((url) => url.trim());
  return urls.filter((url) => otherHost.test(url)).map((url) => elsewhere(`<${tag}>`, url));
}

/** Addresses of other hosts in a style sheet. */
export const foreignAddresses = (css: string): string[] =>
  Array.from(css.matchAll(otherHostInStyle), ([found]) => found.replace(/^.*?(?=(?:https?:)?\/\/)/i, ''));
