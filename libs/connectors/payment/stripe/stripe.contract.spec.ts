import { randomUUID } from 'node:crypto';
import { contractProblems, operationsIn, recordedDeps } from '../../vendor/contract-traffic.fixture';
import { Contract } from '../../vendor/openapi-contract';
import { stripe } from './stripe.connector';
import { stripeTwin } from './stripe.conformance-twin';

const contract = Contract.open('stripe/stripe-openapi-apisguru.json', process.env.SATCHEL_SPECS);
const withDocument = contract ? describe : describe.skip;

withDocument("Stripe's own document (put it in SATCHEL_SPECS to run this)", () => {
  it('allows every request of the adapter and every answer of the twin', async () => {
    const vendor = await stripeTwin();
    try {
      const { baseUrl, known, refunded } = vendor;
      const { deps, traffic } = recordedDeps({ baseUrl });
      const adapter = stripe.connect(vendor.good, deps);
      await adapter.check();
      await adapter.byOrder!(known.orderNumber);
      await adapter.byReference(refunded.reference);
      for (const paymentId of known.references) {
        const write = { key: randomUUID(), beforeCommit: async () => undefined };
        const refund = { paymentId, amount: { amount: 500, currency: 'EUR' }, reason: 'Late' };
        await adapter.refund!.perform(refund, write);
        await adapter.refund!.find(refund, write.key);
      }
      await adapter.hook!.register!();
      await adapter.hook!.unregister!();
      const root = baseUrl;
      // Of a pinned version three years younger than the document.
      const younger = /body\/(api_version|enabled_events\/\d+) must be equal to one of the allowed values/;
      const problems = (contract ? contractProblems(contract, traffic, root) : []).filter((one) => !younger.test(one));
      expect(problems).toEqual([]);
      expect(operationsIn(traffic, root).map((one) => one.replace(/\/(pi|ch|we)_\w+/, '/{id}'))).toEqual(
        expect.arrayContaining(['GET /v1/charges/{id}', 'GET /v1/payment_intents/{id}', 'POST /v1/refunds']),
      );
    } finally {
      await vendor.stop();
    }
  }, 120_000);
});
