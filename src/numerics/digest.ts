/** SHA-256 by the platform, which answers later and faster than sha256.ts; a browser has it in secure contexts alone. */

/** In lower case hexadecimal. */
export async function sha256Of(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
