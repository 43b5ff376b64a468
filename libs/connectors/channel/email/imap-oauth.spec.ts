import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { hasDovecot, startDovecot } from '../../../testing/dovecot';
import { openImap } from './imap';

/** As much of an IMAP server as a sign-in by token needs; takes the tokens in `good`. */
class TokenServer {
  readonly tried: string[] = [];
  private readonly server: Server;

  constructor(private readonly good: Set<string>) {
    this.server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR] ready\r\n');
      socket.on('data', (chunk) => {
        for (const line of chunk.toString().split('\r\n').slice(0, -1)) this.answer(socket, line);
      });
    });
  }

  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  stop(): void {
    this.server.close();
  }

  private pending: string | null = null;

  private answer(socket: Socket, line: string): void {
    const [tag, command, , initial] = line.split(' ');
    if (command === 'AUTHENTICATE' && initial) {
      const response = Buffer.from(initial, 'base64').toString();
      const token = /^user=support@fernhill\.example\x01auth=Bearer ([^\x01]+)\x01\x01$/.exec(response)?.[1] ?? '';
      this.tried.push(token);
      if (this.good.has(token)) return void socket.write(`${tag} OK signed in\r\n`);
      this.pending = tag ?? '';
      const challenge = Buffer.from(JSON.stringify({ status: '401', schemes: 'Bearer' })).toString('base64');
      return void socket.write(`+ ${challenge}\r\n`);
    }
    if (this.pending !== null) {
      socket.write(`${this.pending} NO [AUTHENTICATIONFAILED] Invalid credentials\r\n`);
      this.pending = null;
      return;
    }
    if (command === 'CAPABILITY') socket.write('* CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR\r\n');
    socket.write(`${tag} OK done\r\n`);
  }
}

describe('signing in to IMAP with a token', () => {
  let server: TokenServer;
  afterEach(() => server.stop());

  async function signIn(good: string[], offered: string[]) {
    server = new TokenServer(new Set(good));
    const port = await server.start();
    const refused: string[] = [];
    const token = {
      get: async () => offered[Math.min(refused.length, offered.length - 1)] ?? '',
      refused: (value: string) => void refused.push(value),
    };
    const settings = { host: '127.0.0.1', port, secure: false, user: 'support@fernhill.example', pass: '', token };
    return openImap(settings, { disableAutoIdle: true });
  }

  it('works, as XOAUTH2', async () => {
    (await signIn(['fresh'], ['fresh'])).close();
    expect(server.tried).toEqual(['fresh']);
  });

  it('tries a new token once when the server does not take the first', async () => {
    (await signIn(['fresh'], ['withdrawn', 'fresh'])).close();
    expect(server.tried).toEqual(['withdrawn', 'fresh']);
  });

  it('names the setting when the server takes none, and no token', async () => {
    const error: unknown = await signIn([], ['old', 'new']).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'auth', message: expect.stringContaining('oauthRefreshToken') });
    expect(String(error)).not.toMatch(/old|new /);
    expect(server.tried).toEqual(['old', 'new']);
  });
});

(hasDovecot ? describe : describe.skip)('signing in to a real Dovecot with a wrong password', () => {
  it('names the setting and repeats what the server answered', async () => {
    const dovecot = await startDovecot();
    try {
      const { host, port, user } = dovecot;
      await expect(openImap({ host, port, secure: false, user, pass: 'wrong' })).rejects.toMatchObject({
        code: 'auth',
        message: expect.stringMatching(/imapPass.*Authentication failed/),
      });
    } finally {
      await dovecot.stop();
    }
  });
});
