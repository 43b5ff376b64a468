import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { ConnectorError } from '../../port';
import { openSmtp, type SmtpSettings } from './smtp-connect';
import { startSmtp, type SmtpFixture } from './smtp-server.fixture';

describe('signing in with a token (XOAUTH2)', () => {
  let server: SmtpFixture;
  let good = 'token-2';
  beforeEach(async () => {
    good = 'token-2';
    server = await startSmtp({
      // As Gmail: passwords first.
      authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
      authOptional: false,
      onAuth: ({ username, accessToken }, _session, done) =>
        username === 'support@fernhill.example' && accessToken === good
          ? done(null, { user: username })
          : done(null, { data: { status: '401', schemes: 'bearer', scope: 'mail' } }),
    });
  });
  afterEach(() => server.stop());
  const settings = (accessToken: (renew: boolean) => Promise<string>): SmtpSettings => ({
    host: '127.0.0.1',
    port: server.port,
    secure: false,
    auth: { user: 'support@fernhill.example', accessToken },
  });

  it('works, and asks for a token once', async () => {
    const token = jest.fn(async () => 'token-2');
    (await openSmtp(settings(token))).close();
    expect(token.mock.calls).toEqual([[false]]);
  });

  it('asks for a new token when the server refuses the one it has', async () => {
    const token = jest.fn(async (renew: boolean) => (renew ? 'token-2' : 'token-1'));
    (await openSmtp(settings(token))).close();
    expect(token).toHaveBeenCalledTimes(2);
  });

  it('says "auth" when a new one does not help, and does not go on trying', async () => {
    const token = jest.fn(async () => 'token-1');
    await expect(openSmtp(settings(token))).rejects.toMatchObject({
      name: 'ConnectorError',
      code: 'auth',
      message: expect.not.stringContaining('token-1'),
    });
    expect(token).toHaveBeenCalledTimes(2);
  });

  it('hands on why there is no token, and calls nobody', async () => {
    const away = new ConnectorError('unavailable', 'the token endpoint is away');
    await expect(openSmtp(settings(() => Promise.reject(away)))).rejects.toBe(away);
    expect(server.opened()).toBe(0);
  });
});

describe('a server that cannot be trusted', () => {
  it('gets no mail when its certificate is not proven', async () => {
    // smtp-server brings a certificate that nobody signed, and says so.
    const warned = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const server = await startSmtp({ secure: true, disabledCommands: [] });
    await expect(
      openSmtp({ host: '127.0.0.1', port: server.port, secure: true, auth: { user: 'a', pass: 'b' } }),
    ).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('certificate') });
    await server.stop();
    warned.mockRestore();
  });

  it('gets no password in the clear, unless it is this machine', async () => {
    const heard: string[] = [];
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('220 hello\r\n');
      socket.on('data', (data: Buffer) => {
        heard.push(data.toString());
        socket.write(/^EHLO/.test(data.toString()) ? '250-hello\r\n250 AUTH PLAIN\r\n' : '502 no\r\n');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    const { port } = server.address() as AddressInfo;
    // 0.0.0.0 leads here as well, and is not one of the names of this machine that are let through.
    await expect(
      openSmtp({ host: '0.0.0.0', port, secure: false, auth: { user: 'a', pass: 'hunter2' } }),
    ).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('no encrypted connection') });
    expect(heard.join('')).not.toMatch(/AUTH/);
    await new Promise((resolve) => server.close(resolve));
  });
});
