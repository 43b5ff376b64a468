import { hasDovecot, startDovecot, type Dovecot } from '../../../testing/dovecot';
import type { ImapSettings } from './imap';
import { findInSent } from './sent-folder';

const onDovecot = hasDovecot ? describe : describe.skip;

onDovecot('looking an uncertain mail up on a real Dovecot (install dovecot-imapd to run this)', () => {
  let server: Dovecot;
  let settings: ImapSettings;
  beforeAll(async () => {
    server = await startDovecot();
    settings = { host: server.host, port: server.port, secure: false, user: server.user, pass: server.pass };
  });
  afterAll(() => server.stop());

  it('finds it in Sent by its id; not found there proves nothing', async () => {
    await server.fileInSent(
      'Message-ID: <tabc.def.0123456789abcdef@fernhill.example>\r\nFrom: support@fernhill.example\r\n\r\nHello\r\n',
    );
    expect(await findInSent(settings, 'tabc.def.0123456789abcdef@fernhill.example')).toBe('sent');
    expect(await findInSent(settings, 'tother.def.0123456789abcdef@fernhill.example')).toBe('unknown');
  });
});
