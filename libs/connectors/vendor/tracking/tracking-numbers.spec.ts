import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsIn, listIn, textIn } from '../loose';
import { gs1Digit, mod7Digit, s10Digit, weightedDigit } from './check-digits';
import { recogniseDhl } from './dhl-number';
import { recogniseFedex } from './fedex-number';
import { recogniseUps } from './ups-number';
import { recogniseUsps } from './usps-number';

describe('check digits', () => {
  it('are what the labels say', () => {
    expect(gs1Digit('629104150021')).toBe('3');
    expect(s10Digit('47312482')).toBe('9');
    expect(mod7Digit('331881002')).toBe('5');
    expect(weightedDigit('98657878885', [3, 1, 7], 11)).toBe('5');
  });
});

describe('tracking numbers', () => {
  it.each([
    ['274000006113', 'FedEx'],
    ['9400190234567810001372', 'USPS'],
    ['00340434161093000001', 'DHL'],
    ['1Z999AA10123456784', 'UPS'],
    ['#1001', 'nobody'],
    ['1001', 'nobody'],
    ['+4915112345678', 'nobody'],
    ['', 'nobody'],
  ])('%s may be of %s', (number, carrier) => {
    const by = { FedEx: recogniseFedex, USPS: recogniseUsps, DHL: recogniseDhl, UPS: recogniseUps };
    const takers = Object.entries(by).filter(([, recognise]) => recognise(number) > 0);
    expect(takers.map(([name]) => name)).toEqual(carrier === 'nobody' ? [] : [carrier]);
  });
});

const folder = join(
  process.env.SATCHEL_SPECS || join(__dirname, '../../../../../../shared/specs'),
  'tracking_number_data/couriers',
);
const withNumbers = existsSync(folder) ? describe : describe.skip;

withNumbers('numbers that others collected (put tracking_number_data into SATCHEL_SPECS to run this)', () => {
  const carriers = { fedex: recogniseFedex, usps: recogniseUsps, dhl: recogniseDhl };

  it.each(Object.entries(carriers))('%s', (name, recognise) => {
    const { tracking_numbers } = fieldsIn(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
    let seen = 0;
    for (const format of listIn(tracking_numbers).map(fieldsIn)) {
      const { valid, invalid } = fieldsIn(format.test_numbers);
      const checked = fieldsIn(format.validation).checksum !== undefined;
      for (const number of listIn(valid).map(textIn)) {
        expect({ number, sure: recognise(number) }).toEqual({ number, sure: checked ? 2 : 1 });
        seen += 1;
      }
      for (const number of listIn(invalid).map(textIn)) {
        expect({ number, sure: recognise(number) === 2 }).toEqual({ number, sure: false });
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(5);
  });
});
