const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ 'application/json': { schema } });
const problem = { description: 'Not done; `message` says why.', content: json(ref('Problem')) };
const memberId = {
  name: 'member_id',
  in: 'path',
  required: true,
  description: 'As find-member tells it.',
  schema: { type: 'string' },
};

/** What the membership API says of itself. */
export const openapiDocument = (url: string) => ({
  openapi: '3.1.0',
  info: { title: 'Fernhill Club', version: '2.3.0', description: 'Members of the club and their store credit.' },
  servers: [{ url: `${url}/custom` }],
  security: [{ bearer: [] }],
  paths: {
    '/members': {
      get: {
        operationId: 'find-member',
        summary: 'Find a member by mail address',
        parameters: [{ name: 'email', in: 'query', required: true, schema: { type: 'string', format: 'email' } }],
        responses: {
          200: {
            description: 'None or one.',
            content: json({ type: 'object', properties: { members: { type: 'array', items: ref('Member') } } }),
          },
        },
      },
    },
    '/members/{member_id}/credits': {
      parameters: [memberId],
      get: {
        operationId: 'list-credits',
        summary: 'List store credit',
        responses: { 200: { description: 'Newest last.', content: json(ref('Credits')) }, 404: problem },
      },
      post: {
        operationId: 'grant-credit',
        summary: 'Grant store credit',
        description: 'The member can spend it at once.',
        parameters: [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } }],
        requestBody: {
          required: true,
          content: json({
            type: 'object',
            required: ['amount', 'reason'],
            properties: {
              amount: { type: 'integer', minimum: 1, description: 'In cents.' },
              reason: { type: 'string', maxLength: 200 },
            },
          }),
        },
        responses: { 201: { description: 'Granted.', content: json(ref('Credit')) }, 404: problem, 422: problem },
      },
    },
    '/status': {
      get: { operationId: 'status', summary: 'Whether it works', responses: { 200: { description: 'Yes.' } } },
    },
  },
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Member: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          name: { type: 'string' },
          email: { type: 'string' },
          tier: { type: 'string' },
          points: { type: 'integer' },
          memberSince: { type: 'string', format: 'date' },
        },
      },
      Credit: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          memberId: { type: 'string' },
          amount: { type: 'integer' },
          currency: { type: 'string' },
          reason: { type: 'string' },
          reference: { type: ['string', 'null'] },
          createdAt: { type: 'string', format: 'date-time' },
        },
      },
      Credits: {
        type: 'object',
        properties: {
          balance: { type: 'integer' },
          currency: { type: 'string' },
          credits: { type: 'array', items: ref('Credit') },
        },
      },
      Problem: { type: 'object', properties: { code: { type: 'string' }, message: { type: 'string' } } },
    },
  },
});
