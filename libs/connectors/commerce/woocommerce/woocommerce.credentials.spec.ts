import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { fieldsOf } from '../../port';
import { WoocommerceCredentials } from './woocommerce.credentials';

const read = (typed: object) => plainToInstance(WoocommerceCredentials, typed);
const problems = (typed: object) => validateSync(read(typed)).map((one) => one.property);

describe('WoocommerceCredentials', () => {
  const keys = { consumerKey: 'ck_1a2b', consumerSecret: 'cs_3c4d' };

  it.each([
    ['https://fernhill.example', 'https://fernhill.example'],
    [' fernhill.example/ ', 'https://fernhill.example'],
    ['https://fernhill.example/wp-admin/admin.php?page=wc-settings', 'https://fernhill.example'],
    ['https://fernhill.example/shop/wp-json/wc/v3', 'https://fernhill.example/shop'],
    ['https://fernhill.example:8443/?p=1#top', 'https://fernhill.example:8443'],
  ])('makes of %s the address %s', (shopUrl, address) => {
    expect(problems({ ...keys, shopUrl })).toEqual([]);
    expect(read({ ...keys, shopUrl }).shopUrl).toBe(address);
  });

  it.each([
    [{ ...keys, shopUrl: 'http://fernhill.example' }, ['shopUrl']],
    [{ ...keys, shopUrl: 'https://user@fernhill.example' }, ['shopUrl']],
    [{ ...keys, shopUrl: 'my shop' }, ['shopUrl']],
    [
      { shopUrl: 'https://fernhill.example', consumerKey: 'cs_1', consumerSecret: 'ck_1' },
      ['consumerKey', 'consumerSecret'],
    ],
    [{ ...keys, shopUrl: 'https://fernhill.example', refunds: 'cash' }, ['refunds']],
  ])('refuses %j for %j', (typed, fields) => expect(problems(typed)).toEqual(fields));

  it('hides the secret in its form', () => {
    const secrets = fieldsOf(WoocommerceCredentials).filter((field) => field.type === 'secret');
    expect(secrets.map((field) => field.name)).toEqual(['consumerSecret']);
  });
});
