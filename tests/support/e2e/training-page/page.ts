/** Starts the worker; `trained` is what it posts. */
const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const trained = new Promise((resolve, reject) => {
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message));
});
Object.assign(globalThis, { trained });
