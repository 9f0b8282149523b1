/** A digit as a thing, with its article: "a 7", "an 8". */
export const aDigit = (digit: number): string => `${digit === 8 ? 'an' : 'a'} ${digit}`;
