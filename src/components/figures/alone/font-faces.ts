/** The faces that the page is set in, with their files inside, for a picture of it: a picture may ask for nothing. */
async function dataUrlOf(address: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `data:font/woff2;base64,${btoa(text)}`;
}

const unquoted = (family: string): string => family.replace(/^["']|["']$/g, '');
const url = /url\("?([^")]+)"?\)/;

/** As `@font-face` rules; faces of the system, and those that no text needed yet, are left out. */
export async function embeddedFaces(): Promise<string> {
  const loaded = [...document.fonts].filter(({ status }) => status === 'loaded');
  const families = new Set(loaded.map(({ family }) => unquoted(family)));
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href ?? document.baseURI })))
    .filter(
      ({ rule }) =>
        rule instanceof CSSFontFaceRule && families.has(unquoted(rule.style.getPropertyValue('font-family'))),
    );
  const texts = await Promise.all(
    rules.map(async ({ rule, base }) => {
      const [, source] = url.exec(rule.cssText) ?? [];
      if (!source) return '';
      return rule.cssText.replace(source, await dataUrlOf(new URL(source, base).href));
    }),
  );
  return texts.join('\n');
}
