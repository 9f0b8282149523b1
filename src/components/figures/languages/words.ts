/**
 * What controls and figures say in another language: one file a language, from the English text to its own. The English of the components is
 * the key, so that no component knows of languages. A `{}` stands for what changes, such as a number, and what fills it is translated, too;
 * a `{=}` for what stays as it is, such as code. Pure.
 */
export interface Language {
  /** Of the language, in itself. */
  readonly name: string;
  readonly words: Readonly<Record<string, string>>;
  /** Names and terms that stay as they are. */
  readonly same: readonly string[];
}

/** The text in the other language; undefined where the file has none. */
export type Translate = (text: string) => string | undefined;

const hole = /\{(=?)\}/;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Numbers, signs and single symbols are the same in every language. */
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function createTranslate({ words, same }: Language): Translate {
  const stays = new Set(same);
  // A space that does not break is one all the same.
  const entries = Object.entries(words).map(([text, other]) => [plain(text), other] as const);
  const wholes = new Map(entries);
  const patterns = entries
    .filter(([text]) => hole.test(text))
    // The longest says most.
    .sort(([a], [b]) => b.length - a.length)
    .map(([text, other]) => {
      const [first, ...others] = text.split(hole);
      const rest = others.filter((_, i) => i % 2 === 1);
      return {
        pattern: new RegExp(`^${[first, ...rest].map(escaped).join('(.+)')}$`, 'u'),
        stays: others.filter((_, i) => i % 2 === 0).map((mark) => mark === '='),
        parts: other.split(/\{=?\}/),
      };
    });

  const translate: Translate = (text) => {
    const wanted = plain(text);
    const whole = wholes.get(wanted) ?? inParts(wanted);
    if (whole === undefined) return stays.has(wanted) || !hasWords(wanted) ? text : undefined;
    // What stands between two elements keeps its spaces.
    return text.replace(/^(\s*)[\s\S]*?(\s*)$/, (_, before: string, after: string) => before + whole + after);
  };

  function inParts(wanted: string): string | undefined {
    for (const { pattern, stays: kept, parts } of patterns) {
      const found = pattern
        .exec(wanted)
        ?.slice(1)
        .map((part, i) => (kept[i] ? part : translate(part)));
      if (found?.every((part) => part !== undefined))
        return parts.reduce((text, part, i) => `${text}${found[i - 1]}${part}`);
    }
    return undefined;
  }

  return translate;
}
