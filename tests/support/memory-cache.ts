/** A `Cache` of a browser, as far as `src/offline` uses it. */
export function memoryCache(): Cache {
  const files = new Map<string, Response>();
  const cache = {
    match: (key: string) => Promise.resolve(files.get(key)?.clone()),
    matchAll: () => Promise.resolve(Array.from(files.values(), (file) => file.clone())),
    put: (key: string, file: Response) => Promise.resolve(void files.set(key, file)),
    delete: (key: string) => Promise.resolve(files.delete(key)),
    keys: () => Promise.resolve(Array.from(files.keys(), (url) => ({ url }))),
  };
  return cache as unknown as Cache;
}
