import type { ClamdSettings } from '@satchel/kernel';
import { createConnection } from 'node:net';

/** What the scanner says of a file. `too_large`: it was set to look at smaller ones only. */
export type ScanVerdict = { is: 'clean' } | { is: 'infected'; signature: string } | { is: 'too_large' };

const CHUNK_BYTES = 64 * 1024;
const MAX_ANSWER = 4096;

/** Asks clamd about these bytes by its INSTREAM command. Rejects when it is away, slow or answers an error. */
export function scanWithClamd(clamd: ClamdSettings, content: Buffer, timeoutMs = 20_000): Promise<ScanVerdict> {
  return new Promise((resolve, reject) => {
    const { host, port, socket: path } = clamd;
    const socket = path ? createConnection({ path }) : createConnection({ host: host ?? '', port });
    let answer = '';
    // It may answer, and hang up, while bytes are still on their way: then the answer counts, not the broken pipe.
    const settle = (trouble: Error): void => {
      clearTimeout(timer);
      socket.destroy();
      const verdict = verdictOf(answer);
      if (verdict instanceof Error) reject(answer === '' ? trouble : verdict);
      else resolve(verdict);
    };
    const timer = setTimeout(() => settle(new Error(`clamd did not answer in ${timeoutMs} ms`)), timeoutMs);
    socket.on('error', settle);
    socket.once('close', () => settle(new Error('clamd hung up without an answer')));
    socket.on('data', (part) => {
      answer += part.toString('utf8');
      if (answer.includes('\0') || answer.length > MAX_ANSWER) settle(new Error('clamd said nothing'));
    });
    socket.once('connect', () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < content.length; at += CHUNK_BYTES) {
        const chunk = content.subarray(at, at + CHUNK_BYTES);
        socket.write(lengthOf(chunk));
        socket.write(chunk);
      }
      socket.write(lengthOf(Buffer.alloc(0)));
    });
  });
}

function lengthOf(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}

/** One line that ends with a zero byte; less than a whole one says nothing. */
function verdictOf(answer: string): ScanVerdict | Error {
  const end = answer.indexOf('\0');
  const line = answer.slice(0, Math.max(end, 0)).trim();
  if (line === 'stream: OK') return { is: 'clean' };
  if (line.startsWith('INSTREAM size limit exceeded')) return { is: 'too_large' };
  const signature = /^stream: (.+) FOUND$/.exec(line)?.[1];
  return signature ? { is: 'infected', signature: signature.slice(0, 200) } : new Error(`clamd answered "${line}"`);
}
