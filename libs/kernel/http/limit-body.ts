import { Response as UndiciResponse } from 'undici';
import { AppError } from '../errors/app-error';

/** The same answer, whose body fails once it is longer than allowed: nobody fills our memory. */
export function limitBody(response: Response, maxBytes: number, url: string): Response {
  const tooLarge = (): AppError =>
    new AppError('too_large', 502, `${url} answered with more than ${maxBytes} bytes.`, { retryable: false });
  if (!response.body) return response;
  let seen = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength;
        if (seen > maxBytes) controller.error(tooLarge());
        else controller.enqueue(chunk);
      },
    }),
  );
  const limited = new UndiciResponse(counted as never, {
    status: response.status,
    statusText: response.statusText,
    headers: Object.fromEntries(response.headers),
  });
  Object.defineProperty(limited, 'url', { value: response.url });
  return limited;
}
