/** Hands the reader a file, as a download. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download has begun by then; some browsers read the address late.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
