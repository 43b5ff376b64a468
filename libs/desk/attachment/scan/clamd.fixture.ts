import { createServer, type Server, type Socket } from 'node:net';

/** What this scanner takes for a virus. */
export const VIRUS = 'X-HARMLESS-TEST-VIRUS';

/** A scanner on loopback that speaks clamd's INSTREAM; it finds `VIRUS` and answers everything else as told. */
export class FakeClamd {
  /** Bytes of each whole stream. */
  readonly scanned: Buffer[] = [];
  maxBytes = Infinity;
  /** Instead of the true answer; `silent`: none at all. */
  answer: string | null = null;
  silent = false;
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  port = 0;

  /** On the same port again after `stop`. */
  async start(): Promise<void> {
    const server = createServer((socket) => this.serve(socket));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.server = server;
    this.port = (server.address() as { port: number }).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(null)));
  }

  private serve(socket: Socket): void {
    let given = Buffer.alloc(0);
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      given = Buffer.concat([given, part]);
      const answer = this.answerTo(given);
      if (answer !== null && !this.silent) socket.end(`${answer}\0`);
    });
  }

  /** Null while the stream is not whole. */
  private answerTo(given: Buffer): string | null {
    const command = 'zINSTREAM\0';
    if (given.length < command.length) return null;
    if (given.toString('latin1', 0, command.length) !== command) return 'UNKNOWN COMMAND';
    const chunks: Buffer[] = [];
    for (let at = command.length; at + 4 <= given.length;) {
      const length = given.readUInt32BE(at);
      const content = Buffer.concat(chunks);
      if (length === 0) {
        this.scanned.push(content);
        return this.answer ?? (content.includes(VIRUS) ? 'stream: Test.Virus-1 FOUND' : 'stream: OK');
      }
      if (content.length + length > this.maxBytes) return 'INSTREAM size limit exceeded. ERROR';
      chunks.push(given.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    return null;
  }
}
