/** Opens what is folded around the place that the address names: a browser scrolls to it only where it can be seen. */

function openAround(): void {
  // As it stands: ids in folds are plain letters, and an address may hold what cannot be decoded.
  const target = document.getElementById(window.location.hash.slice(1));
  const folded = target?.closest('details');
  if (!target || !folded || folded.open) return;
  for (let each: Element | null | undefined = folded; each; each = each.parentElement?.closest('details')) {
    if (each instanceof HTMLDetailsElement) each.open = true;
  }
  target.scrollIntoView();
}

openAround();
window.addEventListener('hashchange', openAround);

// A link to the place that the address already names changes nothing that the browser would report.
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a') : null;
  if (link instanceof HTMLAnchorElement && link.hash !== '' && link.href === window.location.href)
    openAround();
});
