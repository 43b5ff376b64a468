import { describedOperations } from '../../custom/http/describe';
import { readOpenApi } from './read-openapi';

const document = (paths: object, more: object = {}) => ({
  openapi: '3.1.0',
  info: { title: 'Club' },
  servers: [{ url: 'https://club.example/api' }, { url: '/relative' }],
  paths,
  ...more,
});
const read = (given: object | string) => readOpenApi(typeof given === 'string' ? given : JSON.stringify(given));

const club = document(
  {
    '/members/{member-id}/credits': {
      parameters: [{ name: 'member-id', in: 'path', required: true, schema: { type: 'string' } }],
      post: {
        operationId: 'grantCredit',
        summary: 'Grant credit',
        parameters: [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Grant' } } } },
        responses: { 201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Credit' } } } } },
      },
    },
    '/members': {
      get: {
        summary: 'Find',
        parameters: [
          { name: 'filter[email]', in: 'query', required: true, schema: { type: 'string' } },
          { name: 'key', in: 'query', schema: { type: 'string' } },
          { name: 'Accept', in: 'header', schema: { type: 'string' } },
        ],
        responses: {},
      },
    },
    '/files': { post: { requestBody: { required: true, content: { 'multipart/form-data': {} } } } },
  },
  {
    components: {
      schemas: {
        Grant: {
          allOf: [
            { type: 'object', required: ['amount'], properties: { amount: { type: 'integer', minimum: 1 } } },
            { type: 'object', properties: { note: { $ref: '#/components/schemas/Note' } } },
          ],
        },
        Note: {
          type: 'object',
          properties: { text: { type: 'string' }, in_reply_to: { $ref: '#/components/schemas/Note' } },
        },
        Credit: {
          type: 'object',
          properties: { createdAt: { type: 'string' }, amount: { type: ['integer', 'null'] } },
        },
      },
    },
  },
);

describe('an OpenAPI document', () => {
  it('becomes operations with parameters and body as one schema of arguments', async () => {
    const { title, servers, operations, skipped } = await read(club);
    expect({ title, servers }).toEqual({ title: 'Club', servers: ['https://club.example/api'] });
    expect(operations).toMatchObject([
      {
        name: 'grant_credit',
        label: 'Grant credit',
        effect: 'write',
        method: 'POST',
        path: '/members/{member_id}/credits',
        body: { amount: '{amount}', note: '{note}' },
        keyIn: { header: 'Idempotency-Key' },
        result: [
          { label: 'Created at', path: '$["createdAt"]' },
          { label: 'Amount', path: '$["amount"]' },
        ],
        arguments: { required: ['member_id', 'amount'], properties: { amount: { type: 'integer', minimum: 1 } } },
      },
      {
        name: 'get_members',
        effect: 'read',
        query: { 'filter[email]': '{filter_email}', key: '{query_key}' },
        headers: {},
        arguments: { required: ['filter_email'] },
      },
    ]);
    expect(skipped).toEqual([{ operation: 'POST /files', reason: 'it takes multipart/form-data and not JSON' }]);
    expect(describedOperations(operations).problems).toEqual([]);
  });

  it('is read as YAML and as 3.0 too', async () => {
    const yaml = [
      'openapi: 3.0.3',
      'info: {title: Old}',
      'paths:',
      '  /a:',
      '    get:',
      '      parameters:',
      '        - {name: n, in: query, schema: {type: integer, nullable: true, minimum: 0, exclusiveMinimum: true}}',
    ].join('\n');
    const { operations } = await read(yaml);
    expect(operations[0]?.arguments.properties).toEqual({ n: { type: ['integer', 'null'], exclusiveMinimum: 0 } });
  });

  it.each([
    ['leads out to an address', { a: { $ref: 'http://127.0.0.1:1/x.json' } }, 'refers to "http://127.0.0.1:1/x.json"'],
    ['leads out to a file', { a: { $ref: '../../etc/passwd' } }, 'refers to "../../etc/passwd"'],
    ['leads nowhere', { a: { $ref: '#/components/none' } }, 'cannot be resolved'],
  ])('is refused when a reference %s', async (_, schemas, reason) => {
    const paths = { '/a': { post: { requestBody: { $ref: '#/components/schemas/a' } } } };
    await expect(read(document(paths, { components: { schemas } }))).rejects.toThrow(reason);
  });

  it.each([
    ['nothing of the kind', '3', 'neither a JSON nor a YAML object'],
    ['broken', '{"openapi": ', 'neither JSON nor YAML'],
    ['of Swagger 2', '{"swagger": "2.0"}', 'Swagger 2'],
    ['of a version to come', '{"openapi": "4.0.0", "paths": {}}', 'not a document of OpenAPI 3.0 or 3.1'],
    ['empty', '{"openapi": "3.1.0", "paths": {}}', 'describes no operation'],
    [
      'laughing a billion times',
      `openapi: 3.1.0\na: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh']
        .map((name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[at]}`).join(',')}]`)
        .join('\n')}`,
      'neither JSON nor YAML',
    ],
  ])('is refused when it is %s', async (_, text, reason) => {
    await expect(read(text)).rejects.toThrow(reason);
  });

  it('stays small when its schemas name each other over and over', async () => {
    const schemas: Record<string, object> = { s0: { type: 'object', properties: { end: { type: 'string' } } } };
    for (let at = 1; at < 30; at += 1) {
      const inside = { $ref: `#/components/schemas/s${at - 1}` };
      schemas[`s${at}`] = {
        type: 'object',
        properties: Object.fromEntries([...'abcdefgh'].map((one) => [one, inside])),
      };
    }
    const body = { content: { 'application/json': { schema: { $ref: '#/components/schemas/s29' } } } };
    const { operations } = await read(document({ '/a': { post: { requestBody: body } } }, { components: { schemas } }));
    expect(JSON.stringify(operations).length).toBeLessThan(64_000);
  });
});
