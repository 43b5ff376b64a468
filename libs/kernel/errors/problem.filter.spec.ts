import type { ArgumentsHost } from '@nestjs/common';
import type { Log } from '../log/log';
import { ProblemFilter } from './problem.filter';

it('logs where a request failed, and nothing of its query', () => {
  const lines: unknown[] = [];
  const answers: unknown[] = [];
  const log = { error: (fields: object, message: string) => lines.push({ ...fields, message }) };
  const reply = {
    sent: false,
    status: () => reply,
    header: () => reply,
    send: (body: string) => answers.push(JSON.parse(body)),
  };
  const request = { id: 'request-1', method: 'GET', url: '/files/1?e=2&s=signature' };
  const host = { getType: () => 'http', switchToHttp: () => ({ getRequest: () => request, getResponse: () => reply }) };
  const error = new Error('the disk is gone');
  new ProblemFilter(log as unknown as Log).catch(error, host as unknown as ArgumentsHost);
  expect(lines).toEqual([
    { err: error, requestId: 'request-1', method: 'GET', path: '/files/1', message: 'a request failed' },
  ]);
  expect(answers).toMatchObject([{ status: 500, code: 'internal' }]);
});
