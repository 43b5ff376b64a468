import { ReportMapper } from './report.mapper';
import type { TrackResponse, UpsPackage, UpsStatus } from './track-response';

const NUMBER = '1Z999AA10123456784';

function mapper() {
  const words: object[] = [];
  const log = { debug: () => undefined, info: () => undefined, warn: (fields: object) => void words.push(fields) };
  return { map: new ReportMapper(log), words };
}
const answer = (parcel: UpsPackage): TrackResponse => ({
  trackResponse: { shipment: [{ inquiryNumber: NUMBER, package: [{ trackingNumber: NUMBER, ...parcel }] }] },
});
const statusOf = (currentStatus: UpsStatus) => mapper().map.report(answer({ currentStatus }), NUMBER)?.status;

describe('ReportMapper', () => {
  it("tells UPS's answer in our words, newest scan first", () => {
    const report = mapper().map.report(
      answer({
        currentStatus: { type: 'I', code: 'DP', description: 'Departed from Facility', statusCode: '005' },
        deliveryDate: [
          { type: 'SDD', date: '20261121' },
          { type: 'RDD', date: '20261122' },
        ],
        deliveryTime: { type: 'EDW', startTime: '101500', endTime: '141500' },
        activity: [
          {
            date: '20261120',
            time: '071356',
            gmtDate: '20261120',
            gmtTime: '61356',
            gmtOffset: '+01:00',
            location: { address: { city: 'Köln', countryCode: 'DE', country: 'DE' } },
            status: { type: 'I', code: 'DP', description: 'Departed from Facility' },
          },
          {
            date: '20261119',
            time: '200000',
            gmtOffset: '+01:00',
            status: { type: 'I', code: 'OR', description: 'Origin Scan ' },
          },
          { date: '20261118', time: '093000', status: { type: 'M', code: 'MP', description: 'Label created' } },
        ],
      }),
      ` ${NUMBER.toLowerCase()} `,
    );
    expect(report).toEqual({
      trackingNumber: NUMBER,
      carrier: 'UPS',
      status: 'in_transit',
      // Rescheduled beats scheduled.
      estimatedDelivery: '2026-11-22',
      deliveredAt: null,
      events: [
        { at: '2026-11-20T06:13:56.000Z', description: 'Departed from Facility', location: 'Köln, DE' },
        { at: '2026-11-19T19:00:00.000Z', description: 'Origin Scan', location: null },
        // UPS did not say in which zone, so neither do we.
        { at: '2026-11-18T09:30:00', description: 'Label created', location: null },
      ],
      trackingUrl: `https://www.ups.com/track?tracknum=${NUMBER}`,
    });
  });

  it('has no estimate when UPS gives none, and none of what is delivered', () => {
    expect(mapper().map.report(answer({ currentStatus: { type: 'I' } }), NUMBER)?.estimatedDelivery).toBeNull();
    const delivered = mapper().map.report(
      answer({
        currentStatus: { type: 'D', code: 'FS' },
        deliveryDate: [{ type: 'DEL', date: '20261117' }],
        deliveryTime: { type: 'DEL', endTime: '101500' },
      }),
      NUMBER,
    );
    expect(delivered).toMatchObject({
      status: 'delivered',
      estimatedDelivery: null,
      deliveredAt: '2026-11-17T10:15:00',
    });
  });

  it.each<[string, UpsStatus, string]>([
    ['delivered', { type: 'D', code: 'KB' }, 'delivered'],
    ['in transit', { type: 'I', code: 'AR' }, 'in_transit'],
    ['picked up', { type: 'P', code: 'PU' }, 'in_transit'],
    ['on the van', { type: 'I', code: 'OT', description: 'Out For Delivery Today' }, 'out_for_delivery'],
    ['a label', { type: 'M', code: 'MP' }, 'pre_transit'],
    ['trouble', { type: 'X', code: 'A1', description: 'Severe weather conditions have delayed delivery' }, 'exception'],
    ['nobody at home', { type: 'X', code: 'X9', description: 'A delivery attempt was made.' }, 'attempted'],
    [
      'nobody at home, said simply',
      { type: 'X', code: '48', simplifiedTextDescription: 'Delivery Attempted' },
      'attempted',
    ],
    ['on its way back', { type: 'X', code: 'RS', description: 'Returning to sender' }, 'returned'],
    ['on its way back, by type', { type: 'RS', code: '35' }, 'returned'],
    ['a data update', { type: 'U', code: 'XX' }, 'unknown'],
  ])('reads %s', (_name, status, ours) => expect(statusOf(status)).toBe(ours));

  it('takes the newest scan when the current status has no type', () => {
    const parcel = {
      currentStatus: { code: '005', description: 'On the Way' },
      activity: [{ status: { type: 'I', code: 'OT' } }, { status: { type: 'M' } }],
    };
    expect(mapper().map.report(answer(parcel), NUMBER)?.status).toBe('out_for_delivery');
  });

  it('makes a strange word "unknown" and tells the log once', () => {
    const { map, words } = mapper();
    const strange = answer({ currentStatus: { type: 'Q7' } });
    expect([map.report(strange, NUMBER)?.status, map.report(strange, NUMBER)?.status]).toEqual(['unknown', 'unknown']);
    expect(words).toEqual([{ what: 'ups status type', word: 'Q7' }]);
  });

  it('is null for "not found" in a 200', () => {
    const warnings = [{ code: 'TW0001', message: 'Tracking Information Not Found' }];
    expect(mapper().map.report({ trackResponse: { shipment: [{ warnings }] } }, NUMBER)).toBeNull();
    expect(mapper().map.report({}, NUMBER)).toBeNull();
  });

  it('finds its own parcel in a shipment of several', () => {
    const shipment = [
      { package: [{ trackingNumber: '1ZOTHER' }, { trackingNumber: NUMBER, currentStatus: { type: 'D' } }] },
    ];
    expect(mapper().map.report({ trackResponse: { shipment } }, NUMBER)?.status).toBe('delivered');
  });
});
