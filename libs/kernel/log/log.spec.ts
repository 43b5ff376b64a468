import { Writable } from 'node:stream';
import { Log } from './log';
import { inRequest } from './request-scope';

describe('the log', () => {
  const lines: Record<string, unknown>[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
  const log = Log.to(sink, 'debug');
  beforeEach(() => (lines.length = 0));

  it('names the request whose work it is', async () => {
    await inRequest({ requestId: 'r-1' }, async () => {
      await Promise.resolve();
      log.info({ n: 1 }, 'inside');
    });
    log.child({ room: 'spec' }).info({}, 'outside');
    expect(lines).toMatchObject([
      { msg: 'inside', n: 1, requestId: 'r-1' },
      { msg: 'outside', room: 'spec' },
    ]);
    expect(lines[1]).not.toHaveProperty('requestId');
  });

  it('never writes a secret', () => {
    const secret = { password: 'hush', token: 'hush', deeper: { credentials: { key: 'hush' }, apiKey: 'hush' } };
    log.warn({ ...secret, headers: { authorization: 'hush', cookie: 'hush', 'set-cookie': 'hush' } }, 'look');
    expect(JSON.stringify(lines)).not.toContain('hush');
  });
});
