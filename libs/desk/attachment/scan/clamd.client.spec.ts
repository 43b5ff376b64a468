import { FakeClamd, VIRUS } from './clamd.fixture';
import { scanWithClamd } from './clamd.client';

describe('a scan by clamd', () => {
  let clamd: FakeClamd;
  beforeEach(async () => {
    clamd = new FakeClamd();
    await clamd.start();
  });
  afterEach(() => clamd.stop());

  const scan = (content: Buffer | string, timeoutMs?: number) =>
    scanWithClamd(
      { host: '127.0.0.1', port: clamd.port, socket: null, required: false },
      Buffer.from(content),
      timeoutMs,
    );

  it('gives every byte, in parts, and says what was found', async () => {
    const large = Buffer.alloc(300_001, 'satchel');
    expect(await scan(large)).toEqual({ is: 'clean' });
    expect(clamd.scanned[0]?.equals(large)).toBe(true);
    expect(await scan('')).toEqual({ is: 'clean' });
    expect(await scan(`a ${VIRUS} b`)).toEqual({ is: 'infected', signature: 'Test.Virus-1' });
  });

  it('knows a file that is too large for the scanner, though it hangs up on it', async () => {
    clamd.maxBytes = 100_000;
    expect(await scan(Buffer.alloc(20_000_000))).toEqual({ is: 'too_large' });
  });

  it.each(['INSTREAM: Can not allocate memory ERROR', 'UNKNOWN COMMAND', 'stream: ', ''])(
    'fails on the answer "%s"',
    async (answer) => {
      clamd.answer = answer;
      await expect(scan('x')).rejects.toThrow(`clamd answered "${answer.trim()}"`);
    },
  );

  it('fails in time when no answer comes, and when nobody is there', async () => {
    clamd.silent = true;
    await expect(scan('x', 50)).rejects.toThrow('clamd did not answer in 50 ms');
    await clamd.stop();
    await expect(scan('x')).rejects.toThrow('ECONNREFUSED');
  });
});
