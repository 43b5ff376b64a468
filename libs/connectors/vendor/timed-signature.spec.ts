import { createHmac } from 'node:crypto';
import { timedSignatureProblem } from './timed-signature';

const SECRET = 'whsec_of_a_test';
const NOW = new Date('2026-11-20T12:00:00Z');
const SECONDS = NOW.getTime() / 1000;
const body = Buffer.from('{"id":"evt_1"}');
const sign = (time = SECONDS, secret = SECRET) =>
  createHmac('sha256', secret).update(`${time}.${body.toString()}`).digest('hex');
const problem = (header: string | undefined, of = body) => timedSignatureProblem(header, of, SECRET, NOW);

describe('timedSignatureProblem', () => {
  it('takes what was signed just now, with one of several secrets', () => {
    expect(problem(`t=${SECONDS},v1=${sign()}`)).toBeNull();
    expect(problem(`t=${SECONDS}, v1=${sign(SECONDS, 'the one before')}, v1=${sign()}, v0=abc`)).toBeNull();
  });

  it.each([undefined, '', 'nonsense', `t=${SECONDS}`, `v1=${sign()}`, `t=soon,v1=${sign()}`])('refuses %p', (header) =>
    expect(problem(header)).toMatch(/not signed/),
  );

  it('refuses another secret, another body, another time and half a signature', () => {
    expect(problem(`t=${SECONDS},v1=${sign(SECONDS, 'other')}`)).toMatch(/signature is wrong/);
    expect(problem(`t=${SECONDS},v1=${sign()}`, Buffer.from('{"id":"evt_2"}'))).toMatch(/signature is wrong/);
    expect(problem(`t=${SECONDS + 1},v1=${sign()}`)).toMatch(/signature is wrong/);
    expect(problem(`t=${SECONDS},v1=${sign().slice(0, 32)}`)).toMatch(/signature is wrong/);
  });

  it('refuses what was signed too long ago, or is yet to come', () => {
    expect(problem(`t=${SECONDS - 300},v1=${sign(SECONDS - 300)}`)).toBeNull();
    expect(problem(`t=${SECONDS - 301},v1=${sign(SECONDS - 301)}`)).toMatch(/too old/);
    expect(problem(`t=${SECONDS + 301},v1=${sign(SECONDS + 301)}`)).toMatch(/too old/);
  });
});
