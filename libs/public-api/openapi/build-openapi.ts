import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { OVERVIEW } from './overview';
import { ProblemDto } from './problem.dto';
import type { RouteAccess } from './routes';
import { accessByOperation, operationIdOf } from './routes';
import { toOpenApi31 } from './to-openapi-3-1';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']> & { 'x-role'?: string };
type Response = { description: string; content?: Record<string, unknown> };

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
/** What a reader looks for first comes first. */
const TAGS = ['Tickets', 'Messages', 'Drafts', 'Attachments', 'Tags', 'Customers', 'Orders', 'Connections', 'Events'];
const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description: 'Any text. The same request sent again with the same key is carried out once.',
  schema: { type: 'string', maxLength: 255 },
};

/** The OpenAPI 3.1 document of every `/api/v1` route of the application. */
export function buildOpenApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Satchel API')
    .setDescription(OVERVIEW)
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/', 'This installation')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key: sk_…' }, 'apiKey')
    .addCookieAuth('satchel_session', { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: operationIdOf,
    extraModels: [ProblemDto],
  });
  const access = accessByOperation(app);
  document.paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => path.startsWith('/api/v1/')));
  for (const item of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) complete(operation, method !== 'get', access.get(operation.operationId ?? ''));
    }
  }
  document.tags = orderedTags(document);
  return toOpenApi31(withoutDto(document) as never) as unknown as OpenAPIObject;
}

/** Callers meet a `Customer`, not the class that describes it. */
function withoutDto(document: OpenAPIObject): unknown {
  const schemas = Object.entries(document.components?.schemas ?? {});
  const named = Object.fromEntries(schemas.map(([name, schema]) => [name.replace(/Dto$/, ''), schema]));
  const renamed = { ...document, components: { ...document.components, schemas: named } };
  return JSON.parse(JSON.stringify(renamed).replace(/("#\/components\/schemas\/\w+?)Dto"/g, '$1"'));
}

/** The tags in use, in the order of the work; one that is new stands behind the known ones. */
function orderedTags(document: OpenAPIObject): { name: string }[] {
  const operations = Object.values(document.paths).flatMap((item) => METHODS.map((method) => item[method]));
  const used = [...new Set(operations.flatMap((operation) => operation?.tags ?? []))].sort();
  const place = (name: string): number => (TAGS.includes(name) ? TAGS.indexOf(name) : TAGS.length);
  return used.sort((one, other) => place(one) - place(other)).map((name) => ({ name }));
}

/** What holds for every operation, so that no controller repeats it. */
function complete(operation: Operation, writes: boolean, access: RouteAccess | undefined): void {
  const open = access?.open === true;
  operation.tags = operation.tags?.map((tag) => tag.charAt(0).toUpperCase() + tag.slice(1));
  operation.security = open ? [] : [{ apiKey: [] }, { session: [] }];
  if (access?.role) operation['x-role'] = access.role;
  if (writes && !open) operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
  const responses = operation.responses as Record<string, Response>;
  responses.default = { description: 'Refused or failed.' };
  for (const [status, response] of Object.entries(responses)) {
    if (status === 'default' || status.startsWith('4')) response.content ??= PROBLEM;
  }
}
