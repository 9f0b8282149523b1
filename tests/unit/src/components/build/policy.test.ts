import { expect, test } from 'vitest';
import {
  breachesOf,
  foreignAddresses,
  parsePage,
  policyOf,
} from '../../../../../src/components/build/policy.ts';

const page = (body: string) => parsePage(`<!doctype html><html><head></head><body>${body}</body></html>`);
/** Of a page under its own policy. */
const breaches = (body: string) => breachesOf(page(body), policyOf(page(body)));

test('A page may send for what lies on its own host, and compile WebAssembly; nothing else runs', () => {
  expect(policyOf(page(''))).toBe(
    `default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; ` +
      `img-src 'self' data: blob:; connect-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'`,
  );
});

test('Inline scripts and styles are allowed by their hashes, each once', () => {
  const policy = policyOf(
    page('<script>go()</script><script>go()</script><style>a{}</style><script src="/a.js"></script>'),
  );
  expect(policy).toContain(
    `script-src 'self' 'wasm-unsafe-eval' 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw=';`,
  );
  expect(policy.match(/'sha256-/g)).toHaveLength(2);
});

test('A page of our own making has nothing against its policy', () => {
  expect(
    breaches(
      `<a href="https://elsewhere.example/">a link</a><img src="/_astro/a.png"><img src="data:image/png;base64,AA">` +
        `<p style="--x: 1; background: url(/a.png)">a</p><script>go()</script>`,
    ),
  ).toEqual([]);
});

test.each([
  [
    '<button onclick="go()">a</button>',
    'a script in an attribute: onclick="go()" of <button>; add a listener in a script',
  ],
  [
    '<a href="javascript:go()">a</a>',
    'a script in an attribute: href="javascript:go()" of <a>; add a listener in a script',
  ],
  [
    '<script src="https://cdn.example/a.js"></script>',
    'another host: <script> asks for https://cdn.example/a.js; keep the file in this site',
  ],
  [
    '<img src="//cdn.example/a.png">',
    'another host: <img> asks for //cdn.example/a.png; keep the file in this site',
  ],
  [
    '<img srcset="/a.png 1x, https://cdn.example/b.png 2x">',
    'another host: <img> asks for https://cdn.example/b.png 2x; keep the file in this site',
  ],
  [
    '<link rel="stylesheet" href="https://cdn.example/a.css">',
    'another host: <link> asks for https://cdn.example/a.css; keep the file in this site',
  ],
  [
    '<astro-island component-url="https://cdn.example/a.js"></astro-island>',
    'another host: <astro-island> asks for https://cdn.example/a.js; keep the file in this site',
  ],
  [
    '<style>@font-face{src:url("https://fonts.example/a.woff2")}</style>',
    'another host: a style asks for https://fonts.example/a.woff2; keep the file in this site',
  ],
  [
    '<p style="background:url(https://cdn.example/a.png)">a</p>',
    'another host: a style asks for https://cdn.example/a.png; keep the file in this site',
  ],
])('%s goes against the policy, and the message says how', (body, message) => {
  expect(breaches(body)).toEqual([message]);
});

test('A script that is written after the hashes were taken is found', () => {
  expect(breachesOf(page('<script>later()</script>'), policyOf(page('')))).toEqual([
    'an inline script without a hash: later(); write it before the hashes are taken',
  ]);
});

test('Addresses of other hosts are found in style sheets, also without a scheme', () => {
  expect(foreignAddresses('@import "//a.example/b.css";a{background:url(/c.png)}')).toEqual([
    '//a.example/b.css',
  ]);
});
