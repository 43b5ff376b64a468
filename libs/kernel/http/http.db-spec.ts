import { Body, Controller, Get, Post } from '@nestjs/common';
import { testApp, type TestApp } from '@satchel/testing';
import { Type } from 'class-transformer';
import { IsEmail, IsString, ValidateNested } from 'class-validator';
import { AppError } from '../errors/app-error';
import { Shutdown } from '../health/shutdown';
import { currentRequestId } from '../log/request-scope';

class Person {
  @IsEmail()
  email!: string;
}
class NewThing {
  @IsString()
  subject!: string;

  @ValidateNested()
  @Type(() => Person)
  customer!: Person;
}

@Controller('api/v1/spec')
class SpecController {
  @Get('scope')
  async scope(): Promise<{ requestId: string | undefined }> {
    await Promise.resolve();
    return { requestId: currentRequestId() };
  }

  @Post('things')
  create(@Body() body: NewThing): { subject: string; requestId: string | undefined } {
    return { subject: body.subject, requestId: currentRequestId() };
  }

  @Get('refused')
  refused(): void {
    throw new AppError('stale', 409, 'Somebody was faster.');
  }

  @Get('broken')
  broken(): void {
    throw new Error('connection string postgres://user:password@db');
  }
}

describe('over HTTP', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await testApp({ controllers: [SpecController] });
  });
  afterAll(() => server.close());

  const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ method: 'GET', url, headers });
  const post = (payload: object | string) =>
    server.app.inject({
      method: 'POST',
      url: '/api/v1/spec/things',
      payload,
      headers: { 'content-type': 'application/json' },
    });

  it('gives each request an id, keeps a proper one that it came with, and knows it everywhere', async () => {
    const own = await get('/api/v1/spec/scope');
    expect(own.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(own.json()).toEqual({ requestId: own.headers['x-request-id'] });
    const given = await get('/api/v1/spec/scope', { 'x-request-id': 'proxy-1234' });
    expect(given.json()).toEqual({ requestId: 'proxy-1234' });
    const forged = await get('/api/v1/spec/scope', { 'x-request-id': 'a b\tc <script>' });
    expect(forged.json()).toEqual({ requestId: forged.headers['x-request-id'] });
    const posted = await post({ subject: 's', customer: { email: 'a@example.com' } });
    expect(posted.json()).toEqual({ subject: 's', requestId: posted.headers['x-request-id'] });
  });

  it('answers every error as a problem', async () => {
    const refused = await get('/api/v1/spec/refused');
    expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect([refused.statusCode, refused.json()]).toEqual([
      409,
      {
        type: 'about:blank',
        title: 'Conflict',
        status: 409,
        code: 'stale',
        detail: 'Somebody was faster.',
        requestId: refused.headers['x-request-id'],
      },
    ]);
    expect((await get('/api/v1/nowhere')).json()).toMatchObject({ status: 404, code: 'not_found', title: 'Not found' });
    expect((await post('{"subject":')).json()).toMatchObject({ status: 400, code: 'bad_request' });
  });

  it('names the fields that are not valid', async () => {
    const response = await post({ customer: { email: 'x' }, surprise: 1 });
    expect(response.json()).toMatchObject({ status: 400, code: 'not_valid' });
    expect(
      response
        .json<{ errors: { field: string }[] }>()
        .errors.map(({ field }) => field)
        .sort(),
    ).toEqual(['customer.email', 'subject', 'surprise']);
  });

  it('tells nothing of what went wrong inside', async () => {
    const response = await get('/api/v1/spec/broken');
    expect(response.json()).toMatchObject({ status: 500, code: 'internal' });
    expect(response.body).not.toContain('postgres');
  });

  it('says that it lives, that it is ready, and in numbers how it is', async () => {
    expect((await get('/livez')).json()).toEqual({ status: 'ok' });
    expect((await get('/readyz')).json()).toEqual({ status: 'ok', reasons: [] });
    const metrics = await get('/metrics');
    expect(metrics.headers['content-type']).toContain('text/plain');
    expect(metrics.body).toContain('process_resident_memory_bytes');
  });

  it('is not ready once it is going down', async () => {
    server.app.get(Shutdown).begin();
    const response = await get('/readyz');
    expect([response.statusCode, response.json()]).toEqual([503, { status: 'not ready', reasons: ['shutting down'] }]);
    expect((await get('/livez')).statusCode).toBe(200);
  });
});
