/** The worker's end of protocol.ts: answers a page's requests with a session. */
import type { LoadProgress } from './api.ts';
import { toEngineError } from './errors.ts';
import type { FromWorker, Port, Request, ToWorker } from './protocol.ts';
import type { Session } from './session.ts';

export function serve(port: Port, session: Session): void {
  const running = new Map<number, AbortController>();
  const post = (message: FromWorker, transfer: Transferable[] = []): void =>
    port.postMessage(message, transfer);

  async function answer(request: Request): Promise<void> {
    const { requestId } = request;
    const controller = new AbortController();
    const { signal } = controller;
    running.set(requestId, controller);
    try {
      if (request.type === 'load') {
        const onProgress = (progress: LoadProgress): void => post({ type: 'progress', requestId, progress });
        const result = await session.load(request.id, { signal, onProgress });
        post({ type: 'done', requestId, result });
      } else if (request.type === 'classify') {
        const result = await session.classify(request.judge, request.images, { signal });
        post({ type: 'done', requestId, result });
      } else {
        const result = await session.generate(request.id, request.batch, { signal });
        post({ type: 'done', requestId, result }, [result.buffer]);
      }
    } catch (error) {
      const { code, message } = toEngineError(error);
      post({ type: 'failed', requestId, code, message });
    } finally {
      running.delete(requestId);
    }
  }

  port.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    if (data.type === 'abort') running.get(data.requestId)?.abort();
    else void answer(data);
  };
}
