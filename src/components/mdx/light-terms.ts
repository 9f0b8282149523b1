/** Lights up what belongs to the term that is pointed at, touched or focused: the term in its formula, and the lines that compute it. */
class LightTerms extends HTMLElement {
  connectedCallback(): void {
    for (const way of ['pointerover', 'focusin', 'click'] as const) {
      this.addEventListener(way, ({ target }) => this.light(target));
    }
    this.addEventListener('click', (event) => this.showLine(event));
  }

  private light(target: EventTarget | null): void {
    const chosen =
      target instanceof Element ? target.closest('[data-term]')?.getAttribute('data-term') : null;
    // Between two terms the last one stays: on the way to its line the pointer leaves it.
    if (!chosen) return;
    for (const each of this.querySelectorAll('[data-term]')) {
      if (each.getAttribute('data-term') === chosen) each.setAttribute('aria-current', 'true');
      else each.removeAttribute('aria-current');
    }
  }

  /** What is in sight, under neither header nor formulas, needs no way to it. */
  private showLine(event: Event): void {
    const term = event.target instanceof Element ? event.target.closest('a[data-term]') : null;
    const line = term && this.querySelector(`dd[data-term="${term.getAttribute('data-term') ?? ''}"]`);
    if (!line) return;
    const { left, top, height } = line.getBoundingClientRect();
    if (line.contains(document.elementFromPoint(left + 1, top + height / 2))) event.preventDefault();
  }
}

customElements.define('light-terms', LightTerms);
