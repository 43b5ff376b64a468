import { decode, encodeConnect, encodeEvent } from './packets';

describe('packets', () => {
  it.each([
    [
      '0{"sid":"x","upgrades":[],"pingInterval":25000,"pingTimeout":20000}',
      { kind: 'open', pingInterval: 25_000, pingTimeout: 20_000 },
    ],
    ['2', { kind: 'ping' }],
    ['40/widget,{"sid":"y"}', { kind: 'connected' }],
    ['44/widget,{"message":"unknown_session"}', { kind: 'refused', code: 'unknown_session' }],
    ['44/widget,{}', { kind: 'refused', code: 'try_again' }],
    ['41/widget,', { kind: 'closed' }],
    ['42/widget,["typing",{"from":"ai"}]', { kind: 'event', name: 'typing', body: { from: 'ai' } }],
    ['42/widget,7["typing"]', { kind: 'event', name: 'typing', body: undefined }],
    ['43/widget,12[{"accepted":true}]', { kind: 'ack', id: 12, body: { accepted: true } }],
  ])('%s', (data, packet) => expect(decode(data)).toEqual(packet));

  it.each(['', '4', '42["other namespace"]', '42/widgets,["x"]', '42/widget,{broken', '42/widget,[5]', '0', '9'])(
    'survives %j',
    (data) => expect(decode(data)).toEqual({ kind: 'other' }),
  );

  it('writes what a server reads', () => {
    expect(encodeConnect({ key: 'k' })).toBe('40/widget,{"key":"k"}');
    expect(encodeEvent('typing', undefined)).toBe('42/widget,["typing"]');
    expect(encodeEvent('send', { text: 'a' }, 3)).toBe('42/widget,3["send",{"text":"a"}]');
  });
});
