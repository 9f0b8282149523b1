/**
 * The Content-Security-Policy of one built page, and what in the page goes against it. Scripts, styles, pictures and fonts come from this site
 * alone; of inline scripts and styles only those that the build wrote, by their hashes. Not here: who writes it into pages
 * (content-security-policy.ts).
 */
import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const inline = { script: 'script:not([src])', style: 'style' } as const;

const textsOf = (page: Document, kind: keyof typeof inline): string[] =>
  Array.from(page.querySelectorAll(inline[kind]), ({ textContent }) => textContent);

/** A built page as both functions below read it. */
export const parsePage = (html: string): Document => parseHTML(html).document;

/** As a header or a meta tag has it. */
export function policyOf(page: Document): string {
  const hashes = (kind: keyof typeof inline) => [...new Set(textsOf(page, kind).map(hashOf))];
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

/** Attributes by which a page sends for what it is made of. Links to other sites are no part of it. */
const addresses = [
  ['link:not([rel=canonical])', 'href'],
  ['astro-island', 'component-url'],
  ['astro-island', 'renderer-url'],
  ['object', 'data'],
  ['form', 'action'],
  ['base', 'href'],
  ['*', 'src'],
  ['*', 'srcset'],
  ['*', 'poster'],
] as const;

const otherHost = /^(?:https?:|wss?:)?\/\//i;
const otherHostInStyle = /(?:url\(\s*|@import\s*)["']?(?:https?:)?\/\/[^"')\s]*/gi;

/** What a browser would refuse under `policy`, one line each, with what to do. */
export function breachesOf(page: Document, policy: string): string[] {
  const cut = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').slice(0, 60);
  const unknown = (['script', 'style'] as const).flatMap((kind) =>
    textsOf(page, kind)
      .filter((text) => !policy.includes(hashOf(text)))
      .map((text) => `an inline ${kind} without a hash: ${cut(text)}; write it before the hashes are taken`),
  );
  const elements = [...page.querySelectorAll('*')];
  const running = elements.flatMap(({ localName, attributes }) =>
    Array.from(attributes)
      .filter(({ name, value }) => /^on[a-z]+$/i.test(name) || /^\s*javascript:/i.test(value))
      .map(
        ({ name, value }) =>
          `a script in an attribute: ${name}="${cut(value)}" of <${localName}>; add a listener in a script`,
      ),
  );
  const elsewhere = (what: string, url: string) =>
    `another host: ${what} asks for ${url}; keep the file in this site`;
  const sent = addresses.flatMap(([selector, name]) =>
    Array.from(page.querySelectorAll(`${selector}[${name}]`)).flatMap(({ localName, attributes }) =>
      (attributes.getNamedItem(name)?.value ?? '')
        .split(/,\s+/)
        .filter((url) => otherHost.test(url.trim()))
        .map((url) => elsewhere(`<${localName}>`, url)),
    ),
  );
  const styles = [
    ...textsOf(page, 'style'),
    ...Array.from(page.querySelectorAll('[style]'), (element) => element.getAttribute('style') ?? ''),
  ];
  const inStyles = styles.flatMap((text) => foreignAddresses(text).map((url) => elsewhere('a style', url)));
  return [...unknown, ...running, ...sent, ...inStyles];
}

/** Addresses of other hosts in a style sheet. */
export const foreignAddresses = (css: string): string[] =>
  Array.from(css.matchAll(otherHostInStyle), ([found]) => found.replace(/^.*?(?=(?:https?:)?\/\/)/i, ''));
