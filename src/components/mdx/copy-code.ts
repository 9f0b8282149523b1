/** Copies the code of the quote that a button stands in; where the clipboard is closed it selects the code and says so. */
const remarkMs = 3000;

class CopyCode extends HTMLElement {
  private timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => void this.copy());
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  private async copy(): Promise<void> {
    const code = this.closest('figure')?.querySelector('pre code');
    if (!code) return;
    try {
      await navigator.clipboard.writeText(code.textContent);
      this.say('Copied');
    } catch {
      // The clipboard is closed to pages without TLS, and where the reader forbids it.
      getSelection()?.selectAllChildren(code);
      this.say('Selected: copy it with the keyboard');
    }
  }

  private say(text: string): void {
    const status = this.querySelector('[role="status"]');
    if (!status) return;
    status.textContent = text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (status.textContent = ''), remarkMs);
  }
}

customElements.define('copy-code', CopyCode);
