/** The address of a folder, ending in a slash, as an attribute or a program gives it: from the page's own address on. */
export const folderUrl = (given: string): string =>
  new URL(given.replace(/\/?$/, '/'), document.baseURI).href;
