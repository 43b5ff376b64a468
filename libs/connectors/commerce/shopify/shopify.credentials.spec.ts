import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { fieldsOf } from '../../port';
import { ShopifyCredentials } from './shopify.credentials';

const problems = (typed: object) => validateSync(plainToInstance(ShopifyCredentials, typed)).map((one) => one.property);

describe('ShopifyCredentials', () => {
  const shopDomain = 'fernhill.myshopify.com';

  it.each([
    { shopDomain, accessToken: 'shpat_x' },
    { shopDomain, clientId: 'id', clientSecret: 'secret' },
    { shopDomain: 'https://Fernhill.myshopify.com/admin', accessToken: 'shpat_x' },
  ])('takes %j', (typed) => expect(problems(typed)).toEqual([]));

  it.each([
    [{ shopDomain: 'fernhill.example', accessToken: 'x' }, ['shopDomain']],
    [{ shopDomain: 'evil.example/x.myshopify.com', accessToken: 'x' }, ['shopDomain']],
    [{ shopDomain: 'evil.example#.myshopify.com', accessToken: 'x' }, ['shopDomain']],
    [{ shopDomain }, ['accessToken', 'clientId', 'clientSecret']],
    [{ shopDomain, clientId: 'id' }, ['clientSecret']],
    [{ shopDomain, accessToken: '' }, ['accessToken', 'clientId', 'clientSecret']],
  ])('refuses %j for %j', (typed, fields) => expect(problems(typed)).toEqual(fields));

  it('hides what is secret in its form', () => {
    const secrets = fieldsOf(ShopifyCredentials).filter((field) => field.type === 'secret');
    expect(secrets.map((field) => field.name)).toEqual(['accessToken', 'clientSecret', 'webhookSecret']);
  });
});
