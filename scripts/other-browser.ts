/**
 * Chromium runs all end-to-end tests. OTHER_BROWSER names another, Playwright's Firefox or WebKit, which then runs those where browsers
 * may differ: first pictures, models of both engines, keys, addresses, themes and search.
 */
export const otherBrowsers = ['firefox', 'webkit'] as const;
export type OtherBrowser = (typeof otherBrowsers)[number];

/** The files of tests that run there. None of them speaks to Chromium's own protocol. */
export const filesForAll =
  /(?:first-frames|first-swap|golden|keyboard|search|theme|url-state|walk)\.test\.ts$/;

/** @throws Error when the name is of no such browser. */
export function otherBrowser(name = ''): OtherBrowser | undefined {
  const other = otherBrowsers.find((each) => each === name);
  if (other === undefined && name !== '')
    throw new Error(
      `OTHER_BROWSER is ${name}: expected ${otherBrowsers.join(' or ')}, or nothing for Chromium.`,
    );
  return other;
}

/** How each browser says that nobody waits for a request any more: its page was left, or there is a newer wish. */
export const aborted = /^(?:net::ERR_ABORTED|NS_BINDING_ABORTED|.*cancelled)$/i;

/** Told by Firefox and WebKit of a file whose use they did not see; which figure comes into view first decides that. */
export const preloadedInVain =
  /was preloaded using link preload but not used|preloaded with link preload was not used/;
