/** Every number of a value as files hold it, however deep it lies. */
import { toSixDigits } from '../../src/contract/statistics.ts';

type Json = number | readonly Json[] | { readonly [name: string]: Json };

export const sixDigits = <Value extends Json | object>(value: Value): Value =>
  rounded(value as Json) as Value;

const rounded = (value: Json): Json =>
  typeof value === 'number'
    ? toSixDigits(value)
    : Array.isArray(value)
      ? value.map(rounded)
      : Object.fromEntries(Object.entries(value).map(([name, part]) => [name, rounded(part)]));
