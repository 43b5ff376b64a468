import { waitFor } from '../../../testing/wait-for';
import { refusal, startSmtp, type SmtpFixture } from './smtp-server.fixture';
import { type SmtpEnvelope, SmtpSender } from './smtp-sender';

const mail = Buffer.from('Subject: hi\r\n\r\nHello\r\n');
const own = 'support@fernhill.example';
const envelope: SmtpEnvelope = { from: own, ownAddress: own, to: 'anna@example.com', cc: [] };

describe('the envelope of a mail', () => {
  let server: SmtpFixture;
  let refuses: Record<string, Error> = {};
  let refusesNull = false;
  /** Answers the next MAIL FROM with this. */
  let once: Error | null = null;
  let sender: SmtpSender;
  const commit = jest.fn(async () => undefined);

  beforeEach(async () => {
    refuses = {};
    refusesNull = false;
    once = null;
    commit.mockClear();
    server = await startSmtp({
      onMailFrom: ({ address }, _session, done) => {
        const answer = once;
        once = null;
        if (answer) return done(answer);
        done(!address && refusesNull ? refusal(550, '5.1.8 a sender is needed') : null);
      },
      onRcptTo: ({ address }, _session, done) => done(refuses[address] ?? null),
    });
    sender = new SmtpSender({ host: '127.0.0.1', port: server.port, secure: false, auth: null });
  });
  afterEach(() => server.stop());
  const send = (given: Partial<SmtpEnvelope> = {}) => sender.send({ ...envelope, ...given }, mail, commit);

  it('names everybody the mail goes to', async () => {
    expect(await send({ cc: ['ben@example.com', 'chris@example.com'] })).toEqual([]);
    expect(server.taken).toMatchObject([{ to: ['anna@example.com', 'ben@example.com', 'chris@example.com'] }]);
  });

  it('loses a refused copy and tells which one and why; the others get the mail', async () => {
    refuses['ben@example.com'] = refusal(550, '5.1.1 no such user');
    const [refused, ...more] = await send({ cc: ['ben@example.com', 'chris@example.com'] });
    expect(refused).toMatchObject({ address: 'ben@example.com', reason: expect.stringContaining('no such mailbox') });
    expect(more).toEqual([]);
    expect(server.taken).toMatchObject([{ to: ['anna@example.com', 'chris@example.com'] }]);
  });

  it.each([
    [550, '5.1.1 no such user', 'rejected'],
    [451, '4.2.1 try later', 'unavailable'],
  ])('goes to nobody when the recipient is refused (%i), whoever is in copy', async (code, words, outcome) => {
    refuses['anna@example.com'] = refusal(code, words);
    await expect(send({ cc: ['ben@example.com'] })).rejects.toMatchObject({ code: outcome });
    expect(commit).not.toHaveBeenCalled();
    expect(server.taken).toEqual([]);
    // The connection with the unfinished mail is gone; the next mail is not the worse for it.
    refuses = {};
    await send();
    expect(server.taken).toMatchObject([{ to: ['anna@example.com'], raw: mail }]);
  });

  it('judges by the recipient when everybody is refused', async () => {
    refuses['anna@example.com'] = refusal(550, '5.1.1 no such user');
    refuses['ben@example.com'] = refusal(451, '4.2.1 try later');
    await expect(send({ cc: ['ben@example.com'] })).rejects.toMatchObject({
      code: 'rejected',
      message: expect.stringContaining('no such mailbox'),
    });
  });

  it('has no return path when asked so', async () => {
    await send({ from: '' });
    expect(server.taken[0]?.from).toBe('');
  });

  it('has one on the next try, when the server takes no mail without', async () => {
    refusesNull = true;
    await expect(send({ from: '' })).rejects.toMatchObject({ code: 'unavailable' });
    expect(commit).not.toHaveBeenCalled();
    await send({ from: '' });
    expect(server.taken).toMatchObject([{ from: own }]);
  });

  it('has one on the next try, too, when the server says so only after the whole mail', async () => {
    const picky = await startSmtp({
      onData: (stream, session, done) => {
        const { mailFrom } = session.envelope;
        stream
          .on('end', () => done(mailFrom && mailFrom.address ? null : refusal(554, '5.2.252 SendAsDenied')))
          .resume();
      },
    });
    const pickySender = new SmtpSender({ host: '127.0.0.1', port: picky.port, secure: false, auth: null });
    const refused = pickySender.send({ ...envelope, from: '' }, mail, commit);
    await expect(refused).rejects.toMatchObject({
      code: 'unavailable',
      vendorCode: expect.stringContaining('5.2.252'),
    });
    await pickySender.send({ ...envelope, from: '' }, mail, commit);
    await picky.stop();
  });

  it('falls back to the plain address where a return path of its own is not allowed', async () => {
    once = refusal(553, '5.7.1 not your address');
    const from = 'support+b-1-aaaaaaaaaaaaaaaa@fernhill.example';
    await expect(send({ from })).rejects.toMatchObject({ code: 'unavailable' });
    await send({ from });
    expect(server.taken).toMatchObject([{ from: own }]);
  });

  it('keeps its return path when something else is wrong with a mail', async () => {
    const from = 'support+b-1-aaaaaaaaaaaaaaaa@fernhill.example';
    refuses['anna@example.com'] = refusal(550, '5.1.1 no such user');
    await expect(send({ from })).rejects.toMatchObject({ code: 'rejected' });
    refuses = {};
    await send({ from });
    expect(server.taken).toMatchObject([{ from }]);
  });

  it('takes a fresh connection when the server has closed the one that was kept', async () => {
    await send();
    once = refusal(421, '4.4.2 idle for too long');
    await send();
    expect(server.taken).toHaveLength(2);
    expect(commit).toHaveBeenCalledTimes(2);
  });

  it('is a failure of the server when a fresh connection is closed as well', async () => {
    once = refusal(421, '4.3.2 shutting down');
    await expect(send()).rejects.toMatchObject({ retryable: true });
    expect(commit).not.toHaveBeenCalled();
  });

  it('asks for the commit once, also when a kept connection breaks over it', async () => {
    const sockets = (): number => process.getActiveResourcesInfo().filter((it) => it === 'TCPSocketWrap').length;
    await waitFor(() => sockets() === 0, { what: 'the end of what other tests left open' });
    await send();
    commit.mockImplementationOnce(async () => {
      server.hangUp();
      await waitFor(() => sockets() === 0, { what: 'the end of the connection on both sides' });
    });
    await expect(send()).rejects.toMatchObject({ code: 'unavailable' });
    expect(commit).toHaveBeenCalledTimes(2);
    expect(server.taken).toHaveLength(1);
  });

  it('keeps going without a return path when it was the recipient who was refused', async () => {
    refuses['anna@example.com'] = refusal(550, '5.1.1 no such user');
    await expect(send({ from: '' })).rejects.toMatchObject({ code: 'rejected' });
    refuses = {};
    await send({ from: '' });
    expect(server.taken[0]?.from).toBe('');
  });

  it('never holds more connections than the strictest provider allows, and every mail gets its turn', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => send({ to: `customer-${i}@example.com` })));
    expect(new Set(server.taken.map((it) => it.to[0])).size).toBe(20);
    expect(server.mostOpen()).toBeLessThanOrEqual(3);
  });

  it('takes a new connection before the server tires of the old one', async () => {
    for (let i = 0; i < 60; i++) await send();
    expect(server.taken).toHaveLength(60);
    expect(server.opened()).toBe(2);
  });

  it('gives its place back when a mail fails', async () => {
    refuses['anna@example.com'] = refusal(550, '5.1.1 no such user');
    for (let i = 0; i < 8; i++) await expect(send()).rejects.toMatchObject({ code: 'rejected' });
    refuses = {};
    await send();
    expect(server.taken).toHaveLength(1);
  });
});

describe('a mail larger than the server takes', () => {
  it('is refused before a byte of it leaves', async () => {
    const server = await startSmtp({ size: 1_000 });
    const sender = new SmtpSender({ host: '127.0.0.1', port: server.port, secure: false, auth: null });
    const commit = jest.fn(async () => undefined);
    await expect(sender.send(envelope, Buffer.alloc(5_000, 'x'), commit)).rejects.toMatchObject({
      code: 'rejected',
      message: expect.stringContaining('larger'),
    });
    expect(commit).not.toHaveBeenCalled();
    await server.stop();
  });
});
