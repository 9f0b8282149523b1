/**
 * The state of a figure as text, field by field: `recipe:lord,sigma:0.3,picks:1.3.5`. Each field reads its own text and
 * falls back to its own default, so that half a link is still a link. Not here: where the text lives (hash-store.ts).
 */
export interface Field<Value> {
  readonly initial: Value;
  /** What addresses call it, where that is not the state's own word. */
  readonly key?: string;
  /** Undefined where the text is no such value. */
  parse(text: string): Value | undefined;
  format(value: Value): string;
}

export type Fields<State> = { readonly [Name in keyof State]: Field<State[Name]> };

/** One of a few values. */
export const choice = <const Value extends string | number>(
  values: readonly Value[],
  initial: NoInfer<Value>,
): Field<Value> => ({
  initial,
  parse: (text) => values.find((value) => String(value) === text),
  format: String,
});

export const flag = (initial: boolean): Field<boolean> => ({
  initial,
  parse: (text) => (text === 'yes' ? true : text === 'no' ? false : undefined),
  format: (value) => (value ? 'yes' : 'no'),
});

/** A whole number in [0, limit). */
export const wholeNumber = (limit: number, initial: number): Field<number> => ({
  initial,
  parse: (text) => (/^\d{1,9}$/.test(text) && Number(text) < limit ? Number(text) : undefined),
  format: String,
});

/** A number in [min, max], kept to two decimals. */
export const decimalFrom = (min: number, max: number, initial: number): Field<number> => ({
  initial,
  parse: (text) => {
    const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
    return value >= min && value <= max ? value : undefined;
  },
  format: (value) => String(Number(value.toFixed(2)) || 0), // no "-0"
});

/** A number in [0, max], kept to two decimals. */
export const decimal = (max: number, initial: number): Field<number> => decimalFrom(0, max, initial);

/** As many whole numbers in [0, limit) as the default has; a missing or bad one falls back by itself. */
export const wholeNumbers = (limit: number, initial: readonly number[]): Field<readonly number[]> => {
  const item = wholeNumber(limit, 0);
  return {
    initial,
    parse: (text) => {
      const items = text.split('.');
      return initial.map((value, i) => item.parse(items[i] ?? '') ?? value);
    },
    format: (values) => values.join('.'),
  };
};

export function parseState<State extends object>(fields: Fields<State>, text: string): State {
  const given = new Map<string, string>();
  for (const part of text.split(',')) {
    const colon = part.indexOf(':');
    if (colon > 0) given.set(part.slice(0, colon), part.slice(colon + 1));
  }
  const entries = (Object.keys(fields) as (keyof State & string)[]).map((name) => {
    const field = fields[name];
    const value = given.get(field.key ?? name);
    return [name, (value === undefined ? undefined : field.parse(value)) ?? field.initial] as const;
  });
  return Object.fromEntries(entries) as State;
}

export const formatState = <State extends object>(fields: Fields<State>, state: State): string =>
  (Object.keys(fields) as (keyof State & string)[])
    .map((name) => `${fields[name].key ?? name}:${fields[name].format(state[name])}`)
    .join(',');
