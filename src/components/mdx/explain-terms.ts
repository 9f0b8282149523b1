/**
 * Shows what a term means beside it, while it is pointed at, focused or touched; Escape takes it away. Without this script, and with a click
 * of the mouse or with Enter, a term leads to the glossary. Which words are terms: explained-terms.ts.
 */
import { withBase } from '../layout/links.ts';

type Definitions = Readonly<Partial<Record<string, string>>>;

/** A pointer that only passes by asks for nothing; one that goes to the note gets there. */
const delayMs = 200;

/** Between term and note, and at the edges of the window. */
const gap = 4;

const note = document.createElement('div');
let definitions: Promise<Definitions> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
/** The term whose note is open, or on its way. */
let explained: HTMLAnchorElement | null = null;

/** Once they are asked for. None without a network: then the link is there still. */
async function loadDefinitions(): Promise<Definitions> {
  try {
    const response = await fetch(withBase('terms.json'));
    return response.ok ? ((await response.json()) as Definitions) : {};
  } catch {
    definitions = undefined;
    return {};
  }
}

const termAt = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a.term') : null;

function soon(act: () => void): void {
  clearTimeout(timer);
  timer = setTimeout(act, delayMs);
}

async function explain(term: HTMLAnchorElement): Promise<void> {
  clearTimeout(timer);
  if (explained === term) return;
  forget();
  explained = term;
  const text = (await (definitions ??= loadDefinitions()))[decodeURIComponent(term.hash.slice(1))];
  if (explained !== term) return;
  if (text === undefined) {
    forget();
    return;
  }
  const more = document.createElement('a');
  more.href = term.href;
  more.textContent = 'In the glossary';
  note.innerHTML = text;
  note.append(more);
  note.togglePopover(true);
  placeBeside(term);
  term.setAttribute('aria-describedby', note.id);
}

/** Below it, or above it where the window ends. In the page, so that it scrolls with the term. */
function placeBeside(term: HTMLElement): void {
  const place = term.getBoundingClientRect();
  const { width, height } = note.getBoundingClientRect();
  const isBelow = place.bottom + gap + height <= innerHeight || place.top < height;
  const top = isBelow ? place.bottom + gap : place.top - gap - height;
  const left = Math.min(place.left, document.documentElement.clientWidth - width - gap);
  note.style.top = `${top + scrollY}px`;
  note.style.left = `${Math.max(gap, left) + scrollX}px`;
}

function forget(): void {
  explained?.removeAttribute('aria-describedby');
  explained = null;
}

function hide(): void {
  forget();
  note.togglePopover(false);
}

function listen(): void {
  note.id = 'term-note';
  note.className = 'term-note';
  note.popover = 'auto';
  note.setAttribute('role', 'note');
  document.body.append(note);
  // Escape, or a press elsewhere.
  note.addEventListener('beforetoggle', ({ newState }) => {
    if (newState === 'closed') forget();
  });
  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'touch') return;
    clearTimeout(timer);
    const term = termAt(target);
    const isInNote = target instanceof Node && note.contains(target);
    if (term) soon(() => void explain(term));
    else if (!isInNote && explained !== document.activeElement) soon(hide);
  });
  document.addEventListener('focusin', ({ target }) => {
    const term = termAt(target);
    if (term?.matches(':focus-visible')) void explain(term);
  });
  document.addEventListener('focusout', ({ target }) => {
    if (termAt(target)) soon(hide);
  });
  // A finger has no way to point: its tap does.
  let isFinger = false;
  document.addEventListener('pointerdown', ({ pointerType }) => {
    isFinger = pointerType === 'touch';
  });
  document.addEventListener('click', (event) => {
    const term = termAt(event.target);
    const isKey = event.detail === 0;
    if (!term || !isFinger || isKey) return;
    event.preventDefault();
    void explain(term);
  });
}

// An older browser has the links.
if ('popover' in HTMLElement.prototype) listen();
