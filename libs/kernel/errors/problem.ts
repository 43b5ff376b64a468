import { HttpException } from '@nestjs/common';
import { AppError, type FieldError } from './app-error';

/** RFC 9457 problem details, as every error of the API looks. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  errors?: FieldError[];
}

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition failed',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Not valid',
  429: 'Too many requests',
  502: 'An outside system failed',
  503: 'Not available now',
  504: 'An outside system did not answer',
};
const CODES: Record<number, string> = {
  400: 'bad_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  413: 'too_large',
  415: 'unsupported_media_type',
  422: 'not_valid',
  429: 'rate_limited',
  503: 'unavailable',
};

/** What the caller may know of an error. Whatever is not meant for callers becomes a bare 500. */
export function problemOf(error: unknown, requestId: string): ProblemBody {
  const known = describe(error);
  return { type: 'about:blank', title: titleOf(known.status), ...known, requestId };
}

function describe(error: unknown): Pick<ProblemBody, 'status' | 'code' | 'detail' | 'errors'> {
  if (error instanceof AppError) {
    return {
      status: error.status,
      code: error.code,
      detail: error.message,
      ...(error.errors && { errors: error.errors }),
    };
  }
  if (error instanceof HttpException) {
    const status = error.getStatus();
    const body = error.getResponse();
    const messages = typeof body === 'object' ? (body as { message?: unknown }).message : body;
    // Nest's ValidationPipe answers with a list of sentences, each beginning with the field's path.
    if (Array.isArray(messages)) {
      const errors = messages.map((text) => fieldErrorOf(String(text)));
      return { status, code: 'not_valid', detail: errors.map(({ message }) => message).join('; '), errors };
    }
    return { status, code: CODES[status] ?? 'error', detail: typeof messages === 'string' ? messages : error.message };
  }
  // Fastify's own refusals: a body that is no JSON, too large, of an unknown type.
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (error instanceof Error && typeof status === 'number' && status >= 400 && status < 500) {
    return { status, code: CODES[status] ?? 'bad_request', detail: error.message };
  }
  return {
    status: 500,
    code: 'internal',
    detail: 'Something went wrong on our side. The log has the details under this request id.',
  };
}

function titleOf(status: number): string {
  return TITLES[status] ?? (status >= 500 ? 'Something went wrong' : 'Refused');
}

function fieldErrorOf(message: string): FieldError {
  const unknown = /^property (\S+) should not exist$/.exec(message)?.[1];
  return { field: unknown ?? /^(\S+) /.exec(message)?.[1] ?? '', message };
}
