/** Marks the links of a drawing that stand for `id` as the current ones, for the eye and for assistive technology, and no others. */
export function markCurrent(links: Iterable<Element>, id: string | undefined): void {
  for (const link of links) {
    if (link.getAttribute('data-id') === id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}
