import type { FastifyReply } from 'fastify';

export interface TwilioError {
  status: number;
  code: number;
  message: string;
}

export const twilioError = (code: number, message: string, status = 400): TwilioError => ({ status, code, message });

export function refuse(reply: FastifyReply, { status, code, message }: TwilioError): FastifyReply {
  return reply.code(status).send({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });
}

export const notFound = (uri: string): TwilioError =>
  twilioError(20404, `The requested resource ${uri} was not found`, 404);
