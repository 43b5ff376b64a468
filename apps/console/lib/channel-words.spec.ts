import { channelName, readableAddress, ticketTitle } from './channel-words';

describe('channels in words', () => {
  it('tells the networks of one channel apart, and keeps the word of one it does not know', () => {
    expect(channelName('social', 'instagram:178')).toBe('Instagram');
    expect(channelName('social', 'messenger:24')).toBe('Messenger');
    expect(channelName('whatsapp', '+491511234567')).toBe('WhatsApp');
    expect(channelName('api', 'erp:77')).toBe('API');
    expect(channelName('carrier_pigeon')).toBe('Carrier pigeon');
  });

  it('shows the addresses that a person can read', () => {
    expect(readableAddress('anna@example.com')).toBe('anna@example.com');
    expect(readableAddress('+491511234567')).toBe('+491511234567');
    expect(readableAddress('messenger:2400001')).toBeNull();
    expect(readableAddress('01a1fe9c-94d8-77d0-b198-309615c23aba')).toBeNull();
    expect(readableAddress(null)).toBeNull();
  });

  it('calls a talk without a subject by its channel, unless talks there have subjects', () => {
    const customer = { address: 'messenger:24' };
    expect(ticketTitle({ subject: '(no subject)', channel: 'social', customer }, false)).toBe('Messenger conversation');
    expect(ticketTitle({ subject: 'Order 1001', channel: 'social', customer }, false)).toBe('Order 1001');
    expect(ticketTitle({ subject: '', channel: 'carrier_pigeon', customer }, true)).toBe('(no subject)');
  });
});
