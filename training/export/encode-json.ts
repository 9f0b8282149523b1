/** JSON as files hold it: LF, two spaces, a last line end. The same on every machine, and readable in a diff. */
export const encodeJson = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
