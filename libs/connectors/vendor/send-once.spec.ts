import { channelDeps, nobodysUrl } from './channel-deps.fixture';
import { sendOnce } from './send-once';

const noop = async (): Promise<void> => undefined;

describe('a request that must not happen twice', () => {
  const failing = (told: object) =>
    sendOnce(
      channelDeps({ fetch: () => Promise.reject(Object.assign(new Error('failed'), told)) }).deps,
      'Vendor',
      'https://vendor.example',
      { method: 'POST' },
      noop,
    );

  it('surely did not happen when nobody was there', async () => {
    const sending = sendOnce(channelDeps({}).deps, 'Vendor', await nobodysUrl(), { method: 'POST' }, noop);
    await expect(sending).rejects.toMatchObject({ code: 'unavailable', vendorCode: 'ECONNREFUSED' });
  });

  it.each([
    [{ code: 'unreachable', cause: { message: 'fetch failed', cause: { code: 'ENOTFOUND' } } }, 'unavailable'],
    [{ code: 'address_refused', retryable: false }, 'rejected'],
    [{ code: 'unreachable', cause: { cause: { code: 'ECONNRESET' } } }, 'uncertain'],
    [{ code: 'unreachable', cause: { cause: { code: 'UND_ERR_SOCKET' } } }, 'uncertain'],
    [{ code: 'timeout' }, 'uncertain'],
    [{}, 'uncertain'],
  ])('after %j is "%s"', async (error, code) => {
    await expect(failing(error)).rejects.toMatchObject({ code });
  });

  it('is uncertain when a gateway waited in vain, or the answer broke off', async () => {
    const answering = (response: Response) =>
      sendOnce(channelDeps({ fetch: async () => response }).deps, 'Vendor', 'https://vendor.example', {}, noop);
    await expect(answering(new Response('', { status: 504 }))).rejects.toMatchObject({ code: 'uncertain' });
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error('cut')) });
    await expect(answering(new Response(broken))).rejects.toMatchObject({ code: 'uncertain' });
    expect(await answering(new Response('no', { status: 500 }))).toMatchObject({ status: 500, text: 'no' });
  });

  it('does not leave before the commit, nor without it', async () => {
    const order: string[] = [];
    const { deps } = channelDeps({
      fetch: async () => {
        order.push('sent');
        return new Response('');
      },
    });
    await sendOnce(deps, 'Vendor', 'https://vendor.example', {}, async () => void order.push('commit'));
    expect(order).toEqual(['commit', 'sent']);
    const refusal = new Error('no');
    await expect(sendOnce(deps, 'V', 'https://v.example', {}, () => Promise.reject(refusal))).rejects.toBe(refusal);
    expect(order).toHaveLength(2);
  });
});
