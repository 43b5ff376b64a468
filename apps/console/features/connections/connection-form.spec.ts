import type { ConnectorBody, ConnectorFieldBody } from '@satchel/contracts';
import { ApiError } from '../../lib/api';
import { createRequest, errorsOf, type FormValues, patchRequest, problemsOf } from './connection-form';

const field = (
  name: string,
  label: string,
  type: ConnectorFieldBody['type'],
  required = false,
): ConnectorFieldBody => ({
  name,
  label,
  type,
  required,
  help: null,
});
const email: ConnectorBody = {
  id: 'email',
  kind: 'channel',
  needsAddress: true,
  steps: [],
  scopes: [],
  label: 'Email',
  fields: [
    field('smtpHost', 'SMTP host', 'text', true),
    field('smtpPort', 'SMTP port', 'number', true),
    field('smtpSecure', 'TLS', 'boolean'),
    field('smtpPass', 'SMTP password', 'secret'),
  ],
};
const shop: ConnectorBody = {
  id: 'shopify',
  kind: 'commerce',
  needsAddress: false,
  steps: [],
  scopes: [],
  label: 'Shopify',
  fields: [field('token', 'Token', 'secret', true)],
};
const values = (
  credentials: Record<string, string>,
  label = ' Returns ',
  address = ' r@shop.example ',
): FormValues => ({
  label,
  address,
  credentials,
});

describe('what is sent', () => {
  it('has the types of its fields, and a password as it was typed', () => {
    const typed = values({ smtpHost: ' mail.example ', smtpPort: '587', smtpSecure: 'false', smtpPass: ' s p ' });
    expect(createRequest(email, typed)).toEqual({
      connectorId: 'email',
      label: 'Returns',
      address: 'r@shop.example',
      credentials: { smtpHost: 'mail.example', smtpPort: 587, smtpSecure: false, smtpPass: ' s p ' },
    });
  });
  it('never clears what an editor of its own has stored', () => {
    const operations = { ...field('operations', 'Operations', 'long_text'), editor: 'own' as const };
    const sent = patchRequest({ ...shop, fields: [...shop.fields, operations] }, values({}), 'clear');
    expect(sent.credentials).toEqual({ token: '' });
  });
  it('leaves out what was left blank, an untouched switch too', () => {
    expect(createRequest(email, values({ smtpHost: 'h', smtpPort: ' ', smtpPass: '' })).credentials).toEqual({
      smtpHost: 'h',
    });
  });
  it('has an address for channels only, and no field of another connector', () => {
    expect(createRequest(shop, values({ token: 't', smtpHost: 'h' }))).toEqual({
      connectorId: 'shopify',
      label: 'Returns',
      credentials: { token: 't' },
    });
  });
  it('keeps what the server holds, or clears what was sent before', () => {
    expect(patchRequest(email, values({ smtpHost: 'h' }), 'keep').credentials).toEqual({ smtpHost: 'h' });
    expect(patchRequest(email, values({ smtpHost: 'h' }), 'clear').credentials).toEqual({
      smtpHost: 'h',
      smtpPort: '',
      smtpSecure: '',
      smtpPass: '',
    });
  });
});

describe('what is seen before sending', () => {
  it('names what is missing and what is no number', () => {
    expect(problemsOf(email, values({ smtpPort: 'x' }, ' ', ''), false).fields).toEqual({
      label: 'Give it a name.',
      address: 'Give the address.',
      smtpHost: 'SMTP host is needed.',
      smtpPort: 'Give a number.',
    });
  });
  it('lets a stored connection keep its blanks', () => {
    expect(problemsOf(email, values({}), true).fields).toEqual({});
  });
});

describe('a refusal', () => {
  const refusal = (status: number, fields: Record<string, string>): ApiError =>
    new ApiError(status, 'code', 'The whole story.', fields);

  it('stands at the field it names, with and without the prefix, by its label', () => {
    const error = refusal(422, { 'credentials.smtpHost': 'smtpHost must be shorter', smtpPort: 'too big' });
    expect(errorsOf(error, email)).toEqual({
      fields: { smtpHost: 'SMTP host must be shorter', smtpPort: 'too big' },
      form: null,
    });
  });
  it('is said for the form when its field is not on screen', () => {
    expect(errorsOf(refusal(422, { address: 'Give a token.' }), shop)).toEqual({ fields: {}, form: 'Give a token.' });
    expect(errorsOf(refusal(422, { credentials: 'No.' }), email).form).toBe('No.');
    expect(errorsOf(refusal(403, {}), email).form).toBe('The whole story.');
  });
  it('tells a conflict in full at its field', () => {
    expect(errorsOf(refusal(409, { address: 'in use' }), email)).toEqual({
      fields: { address: 'The whole story.' },
      form: null,
    });
  });
  it('may be none of the server', () => {
    expect(errorsOf(new Error('Broken.'), email)).toEqual({ fields: {}, form: 'Broken.' });
  });
});
