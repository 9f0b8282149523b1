/** Addresses of folders, ending in a slash, as a program or an attribute gives them: from the page's own address on. */

export const folderUrl = (given: string): string =>
  new URL(given.replace(/\/?$/, '/'), document.baseURI).href;

type WithAttributes = Pick<Element, 'getAttribute'>;

/** Undefined where the element has no such attribute. */
export function folderOf(element: WithAttributes, name: string): string | undefined {
  const given = element.getAttribute(name);
  return given === null ? undefined : folderUrl(given);
}

/** @throws Error when the element does not say where its models are. */
export function modelsFolderOf(element: WithAttributes): string {
  const url = folderOf(element, 'models');
  if (url !== undefined) return url;
  throw new Error('<glo-figure> has no attribute models. Give the address of the folder of models.');
}
