/** What a reader without a network gets in place of a page that is not kept: the pages that are. */

/** `keys`: of the cache (kept-files.ts). */
export function offlinePage(keys: readonly Pick<Request, 'url'>[], root: string): Response {
  const pages = keys
    .map(({ url }) => /^(.*)index\.html\?/.exec(url)?.[1])
    .filter((address) => address !== undefined)
    .sort();
  const links = pages.map(
    (address) => `<li><a href="${address}">${address.slice(root.length) || 'Cover'}</a></li>`,
  );
  const html = [
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark"><title>Not kept for reading offline</title>',
    '<h1>This page is not kept for reading offline</h1>',
    '<p>There is no network, and it was not opened before. These pages were:</p>',
    `<ul>${links.join('')}</ul></html>`,
  ].join('');
  return new Response(html, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
