import { startSandboxProcess } from '../../testing/sandbox-process';

interface KnownParcel {
  number: string;
  carrier: string;
  direction: string;
  scans: { step: string }[];
}

/** The sandbox with a parcel of a carrier that is on its way, and one that has arrived. */
export async function parcelsOf(carrier: 'FEDEX' | 'USPS' | 'DHL', vendor: string, trackingNumber?: string) {
  const sandbox = await startSandboxProcess();
  const { parcels } = await sandbox.control<{ parcels: KnownParcel[] }>('state?all=true');
  const delivered = parcels.find((one) => one.carrier === carrier && one.scans.at(-1)?.step === 'delivered');
  const { shipments } = await sandbox.control<{ shipments: { trackingNumber: string }[] }>('orders/1002/fulfil', {
    carrier,
    trackingNumber,
  });
  const underway = shipments[0]?.trackingNumber ?? '';
  const advance = (number: string, status: string) => sandbox.control('ups/advance', { number, status });
  await advance(underway, 'picked_up');
  await advance(underway, 'in_transit');
  if (!delivered) throw new Error(`no parcel of ${carrier} has arrived`);
  return {
    sandbox,
    known: { underway, delivered: delivered.number },
    advance: (status: string) => advance(underway, status),
    fault: (mode: string) => sandbox.control<void>('faults', { vendor, mode }),
    stop: () => sandbox.stop(),
  };
}

/** The statuses that a parcel goes through in the sandbox, in an order that can happen, and ours for each. */
export const JOURNEY: readonly [step: string, ours: string][] = [
  ['out_for_delivery', 'out_for_delivery'],
  ['attempted', 'attempted'],
  ['exception', 'exception'],
  ['returned', 'returned'],
  ['delivered', 'delivered'],
];
