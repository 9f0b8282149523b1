/** The worker's end of protocol.ts: answers a page's requests with a session, which opens with the first message. */
import type { LoadProgress } from './api.ts';
import { toEngineError } from './errors.ts';
import { slicing, type FunctionName, type Functions } from './functions.ts';
import type { Answer, Port, Request, Start, ToWorker } from './protocol.ts';
import type { Session } from './session.ts';

export function serve(port: Port, openSession: (modelsUrl: string) => Session): void {
  port.onmessage = ({ data }: MessageEvent<Start>) => answerWith(port, openSession(data.modelsUrl));
}

function answerWith(port: Port, session: Session): void {
  const running = new Map<number, AbortController>();
  const post = (message: Answer, transfer: Transferable[] = []): void => port.postMessage(message, transfer);

  async function run<Name extends FunctionName>(
    { name, id, input }: { name: Name; id: string; input: Functions[Name]['input'] },
    signal: AbortSignal,
  ): Promise<[Functions[Name]['output'], Transferable[]]> {
    const output = await session.run(name, id, input, { signal });
    return [output, slicing[name].transfer(output)];
  }

  async function answer(request: Request): Promise<void> {
    const { requestId } = request;
    const controller = new AbortController();
    const { signal } = controller;
    running.set(requestId, controller);
    try {
      if (request.type === 'load') {
        const onProgress = (progress: LoadProgress): void => post({ type: 'progress', requestId, progress });
        const result = await session.load(request.family, request.id, { signal, onProgress });
        post({ type: 'done', requestId, result });
      } else {
        const [result, transfer] = await run(request, signal);
        post({ type: 'done', requestId, result }, transfer);
      }
    } catch (error) {
      const { code, message } = toEngineError(error);
      post({ type: 'failed', requestId, code, message });
    } finally {
      running.delete(requestId);
    }
  }

  port.onmessage = ({ data }: MessageEvent<Exclude<ToWorker, Start>>) => {
    if (data.type === 'abort') running.get(data.requestId)?.abort();
    else void answer(data);
  };
}
