/** The language that the address asks for (`?lang=de`), for the figure of a page and what is around it; the book's own text stays English. */
import { speak } from '../languages/speak.ts';
import { createTranslate, type Language } from '../languages/words.ts';

const languages: Readonly<Record<string, () => Promise<Language>>> = {
  de: async () => (await import('../languages/de.ts')).german,
};

const asked = new URLSearchParams(window.location.search).get('lang') ?? '';

/** As React made it: what changes before that, it takes for a fault. It works on once its controls do. */
function whenAwake(island: Element, then: () => void): void {
  const isAwake = (): boolean => island.getAttribute('tabindex') === '-1';
  if (isAwake()) {
    then();
    return;
  }
  const waiting = new MutationObserver(() => {
    if (!isAwake()) return;
    waiting.disconnect();
    then();
  });
  waiting.observe(island, { attributeFilter: ['tabindex'] });
}

async function speakAs(language: string, load: () => Promise<Language>): Promise<void> {
  const translate = createTranslate(await load());
  for (const part of document.querySelectorAll('.alone-bar, get-this')) speak(part, language, translate);
  for (const island of document.querySelectorAll('.alone .island'))
    whenAwake(island, () => speak(island, language, translate));
}

if (Object.hasOwn(languages, asked)) void speakAs(asked, languages[asked]);

/** The links between languages keep what the figure is set to. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('.alone-language')) {
  const { lang } = link;
  link.hidden = lang === (Object.hasOwn(languages, asked) ? asked : 'en');
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const url = new URL(window.location.href);
    if (lang === 'en') url.searchParams.delete('lang');
    else url.searchParams.set('lang', lang);
    window.location.assign(url);
  });
}
