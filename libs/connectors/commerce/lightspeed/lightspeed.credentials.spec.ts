import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { fieldsOf } from '../../port';
import { LightspeedCredentials } from './lightspeed.credentials';

const problems = (typed: object) =>
  validateSync(plainToInstance(LightspeedCredentials, typed)).map((one) => one.property);

describe('LightspeedCredentials', () => {
  const good = { apiKey: 'k', apiSecret: 's', cluster: 'eu1', language: 'nl' };

  it.each([good, { ...good, language: ' NL ' }, { ...good, cluster: 'us1', returns: 'note', returnStatus: 'Return' }])(
    'takes %j',
    (typed) => expect(problems(typed)).toEqual([]),
  );

  it.each([
    [{ ...good, cluster: 'eu2' }, ['cluster']],
    [{ ...good, language: 'nld' }, ['language']],
    [{ ...good, language: '../' }, ['language']],
    [{ ...good, returns: 'maybe' }, ['returns']],
    [{}, ['apiKey', 'apiSecret', 'cluster', 'language']],
  ])('refuses %j for %j', (typed, fields) => expect(problems(typed)).toEqual(fields));

  it('hides the secret in its form', () => {
    const secrets = fieldsOf(LightspeedCredentials).filter((field) => field.type === 'secret');
    expect(secrets.map((field) => field.name)).toEqual(['apiSecret']);
  });
});
