/**
 * JSON as files hold it: LF, two spaces, a last line end, and what holds no other object or list on one line. The same on every
 * machine, readable in a diff, and half the size of a line a number.
 */
export function encodeJson(value: unknown): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(value, null, 2).replace(innermost, (lines) => lines.replace(/\s*\n\s*/g, ' '));
  return new TextEncoder().encode(`${text}\n`);
}

/** From its bracket to its bracket; line ends inside strings are written `\n`, so a real one is never in a string. */
const innermost = /(?:\{\n[^{}[\]]*\})|(?:\[\n[^{}[\]]*\])/g;
