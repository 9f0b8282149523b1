/** A figure's link to its page of its own takes along what the figure is set to. */
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('.figure-alone');
  if (link && window.location.hash.startsWith('#fig-')) link.hash = window.location.hash;
});
