import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { WebSocket as NodeSocket } from 'undici';
import { Line, type LineDeps, type LineState } from './line';

const transport = NodeSocket as unknown as typeof WebSocket;

/** A real Socket.IO server that keeps a log of texts; the cursor is how many of them a visitor has. */
class Desk {
  readonly log: string[] = [];
  readonly auths: any[] = [];
  readonly taken: any[] = [];
  readonly told: any[] = [];
  refusal: string | null = null;
  silent = false;
  private http: HttpServer | null = null;
  io: Server | null = null;
  port = 0;

  async start(pingInterval = 25_000): Promise<void> {
    this.http = createServer();
    this.io = new Server(this.http, { pingInterval, pingTimeout: 5000 });
    this.io.of('/widget').use((_socket, next) => next(this.refusal === null ? undefined : new Error(this.refusal)));
    this.io.of('/widget').on('connection', (socket) => {
      this.auths.push(socket.handshake.auth);
      const after = Number((socket.handshake.auth as any).after ?? 0);
      socket.emit('messages', { messages: this.log.slice(after), cursor: String(this.log.length), unread: 0 });
      socket.on('send', (body, done) => {
        this.taken.push(body);
        if (!this.silent) done({ clientId: body.clientId, accepted: true });
      });
      socket.on('seen', (body) => this.told.push(body));
    });
    await new Promise<void>((resolve) => this.http!.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.http.address() as AddressInfo).port;
  }

  say(text: string): void {
    this.log.push(text);
    this.io?.of('/widget').emit('messages', { messages: [text], cursor: String(this.log.length), unread: 1 });
  }

  async stop(): Promise<void> {
    await this.io?.close();
    this.http?.closeAllConnections();
  }
}

describe('the line to the desk', () => {
  const desk = new Desk();
  let line: Line | null = null;
  let states: LineState[];
  let got: string[];
  let cursor: string | null;
  let polls: number;

  const depsOf = (): LineDeps => ({
    origin: `http://127.0.0.1:${desk.port}`,
    auth: () => ({ key: 'k', token: 't', after: cursor }),
    poll: async () => {
      polls += 1;
      const body = {
        messages: desk.log.slice(Number(cursor ?? 0)) as never[],
        cursor: String(desk.log.length),
        unread: 0,
      };
      take(body);
    },
    hidden: () => false,
    state: (state) => states.at(-1) !== state && states.push(state),
    messages: (body) => take(body),
    typing: () => undefined,
    seen: () => undefined,
    online: () => undefined,
    sessionGone: () => states.push('down'),
    transport,
    retry: { firstMs: 20, mostMs: 100 },
    pollMs: 20,
  });
  const dial = (): Line => {
    line = new Line(depsOf());
    line.start();
    return line;
  };
  const take = (body: { messages: unknown[]; cursor: string }): void => {
    got.push(...(body.messages as string[]));
    cursor = body.cursor;
  };
  const until = async (isTrue: () => boolean): Promise<void> => {
    const from = Date.now();
    while (!isTrue()) {
      if (Date.now() - from > 8000)
        throw new Error(`never became true: ${String(isTrue)}; got ${got.join()}; states ${states.join()}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  beforeEach(async () => {
    states = [];
    got = [];
    cursor = null;
    polls = 0;
    desk.log.length = desk.auths.length = desk.taken.length = desk.told.length = 0;
    desk.refusal = null;
    desk.silent = false;
    desk.port = 0;
    await desk.start();
  });
  afterEach(async () => {
    line?.stop();
    await desk.stop();
  });

  it('says who it is, gets what was missed, then what is new', async () => {
    desk.log.push('earlier, with "quotes", Ümlaut and\nlines');
    dial();
    await until(() => got.length === 1);
    desk.say('new');
    await until(() => got.length === 2);
    expect(got).toEqual(['earlier, with "quotes", Ümlaut and\nlines', 'new']);
    expect(desk.auths).toEqual([{ key: 'k', token: 't', after: null }]);
    expect(states).toEqual(['connecting', 'live']);
  });

  it('gets an answer to what it asks, and tells without one', async () => {
    const it = dial();
    await until(() => it.isLive);
    await expect(it.request({ clientId: 'c1', text: 'hi' })).resolves.toEqual({ clientId: 'c1', accepted: true });
    it.tell('seen', { messageId: 'm1' });
    await until(() => desk.told.length === 1);
    expect(desk.told).toEqual([{ messageId: 'm1' }]);
    const answers = await Promise.all(['a', 'b', 'c'].map((clientId) => it.request({ clientId, text: '' })));
    expect(answers.map((answer: any) => answer.clientId)).toEqual(['a', 'b', 'c']);
  });

  it('gives up on an answer when the line is cut, instead of believing in it', async () => {
    desk.silent = true;
    const it = dial();
    await until(() => it.isLive);
    const answer = it.request({ clientId: 'c1', text: 'hi' }).then(
      () => 'answered',
      (error: Error) => error.message,
    );
    await until(() => desk.taken.length === 1);
    desk.io?.of('/widget').disconnectSockets(true);
    await expect(answer).resolves.toBe('ended');
  });

  it('comes back after a restart and resumes where it was: nothing lost, nothing twice', async () => {
    dial();
    await until(() => states.includes('live'));
    desk.say('one');
    await until(() => got.length === 1);
    await desk.stop();
    desk.log.push('two', 'three');
    await desk.start();
    await until(() => got.length >= 3);
    desk.say('four');
    await until(() => got.length >= 4);
    expect(got).toEqual(['one', 'two', 'three', 'four']);
    expect(desk.auths.at(-1)).toMatchObject({ after: '1' });
  });

  it('answers pings, so that the server keeps it', async () => {
    await desk.stop();
    await desk.start(50);
    let pongs = 0;
    desk.io?.engine.on('connection', (socket) => {
      socket.on('packet', ({ type }: { type: string }) => void (type === 'pong' && pongs++));
    });
    const it = dial();
    await until(() => pongs >= 3);
    expect(it.isLive).toBe(true);
  });

  it('notices after a sleep that the line is dead, though no timer ran', async () => {
    const it = dial();
    await until(() => it.isLive);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 24 * 3_600_000);
    expect(it.isLive).toBe(false);
    it.wake();
    clock.mockRestore();
    await until(() => desk.auths.length === 2);
    await until(() => it.isLive);
  });

  it('leaves a good line alone when the page is looked at again, and replaces it when the network changed', async () => {
    const it = dial();
    await until(() => it.isLive);
    it.wake();
    expect(it.isLive).toBe(true);
    it.wake({ networkChanged: true });
    await until(() => desk.auths.length === 2);
  });

  it('reports a session that the desk does not know, and rests until it is started again', async () => {
    desk.refusal = 'unknown_session';
    const it = dial();
    await until(() => states.includes('down'));
    desk.refusal = null;
    it.wake({ networkChanged: true });
    const other = new Line({ ...depsOf(), state: () => undefined });
    other.start();
    await until(() => other.isLive);
    other.stop();
    expect(desk.auths).toHaveLength(1);
    it.start();
    await until(() => it.isLive);
  });

  it('tries again when it is asked to', async () => {
    desk.refusal = 'try_again';
    dial();
    await until(() => polls > 0);
    desk.refusal = null;
    await until(() => states.at(-1) === 'live');
  });

  it('goes over to polling after three failures, and back when sockets work', async () => {
    await desk.stop();
    desk.log.push('polled');
    dial();
    await until(() => got.length === 1);
    expect(states).toEqual(['connecting', 'polling']);
    await desk.start();
    await until(() => states.at(-1) === 'live');
    const before = polls;
    desk.say('pushed');
    await until(() => got.length === 2);
    expect(polls).toBe(before);
    expect(got).toEqual(['polled', 'pushed']);
  });
});
