import { Global, Module } from '@nestjs/common';
import { type TestApp, testApp } from '@satchel/testing';
import request from 'supertest';
import { identityEntities } from '../identity.entities';
import { IdentityModule } from '../identity.module';
import { DEMO_LOGIN } from './demo-login';
import { isLoopback } from './loopback';
import { SetupService } from './setup.service';

const owner = {
  workspaceName: 'Fernhill Outfitters',
  name: 'Ada Winter',
  email: 'Ada@Fernhill.example',
  password: 'a long sentence',
};

describe('a new installation', () => {
  let it_: TestApp;
  const http = () => request(it_.app.getHttpServer());

  beforeAll(async () => (it_ = await testApp({ imports: [IdentityModule], entities: identityEntities })));
  afterAll(() => it_.close());

  it('asks for its set-up', async () => {
    const { body } = await http().get('/api/v1/boot').expect(200);
    expect(body).toEqual({ needsSetup: true, demo: null });
  });

  it('refuses a weak owner with the fields to mend', async () => {
    const { body } = await http()
      .post('/api/v1/setup')
      .send({ ...owner, password: 'short', email: 'ada' })
      .expect(400);
    expect(body.detail).toMatch(/mail address such as/);
    expect(body.detail).toMatch(/at least 8 characters/);
  });

  it('is set up once, however many ask at the same moment, and signs that owner in', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        http()
          .post('/api/v1/setup')
          .send({ ...owner, email: `ada${n}@fernhill.example` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const made = answers.find(({ status }) => status === 201);
    expect(made?.body).toMatchObject({
      person: { name: 'Ada Winter', role: 'owner' },
      workspace: { slug: 'fernhill-outfitters', name: 'Fernhill Outfitters' },
    });
    const [cookie] = (made?.headers['set-cookie'] ?? []) as unknown as string[];
    const { body } = await http()
      .get('/api/v1/me')
      .set('cookie', String(cookie).split(';')[0] ?? '')
      .expect(200);
    expect(body).toEqual(made?.body);

    const rows = await it_.db
      .system()
      .query('select (select count(*)::int from workspace) w, (select count(*)::int from person) p');
    expect(rows).toEqual([{ w: 1, p: 1 }]);
  });

  it('then says so', async () => {
    await http().get('/api/v1/boot').expect(200, { needsSetup: false, demo: null });
    const { body } = await http().post('/api/v1/setup').send(owner).expect(409);
    expect(body).toMatchObject({ code: 'already_set_up', detail: expect.stringContaining('Sign in instead') });
  });
});

const login = { email: 'admin@fernhill.example', password: 'demo', deskUrl: null };

@Global()
@Module({ providers: [{ provide: DEMO_LOGIN, useValue: () => login }], exports: [DEMO_LOGIN] })
class DemoModule {}

describe('the login of a demo', () => {
  let it_: TestApp;
  beforeAll(async () => {
    it_ = await testApp({
      imports: [DemoModule, IdentityModule],
      entities: identityEntities,
    });
  });
  afterAll(() => it_.close());

  it('is offered on its own machine, and to nobody who comes over a network', async () => {
    await request(it_.app.getHttpServer()).get('/api/v1/boot').expect(200, { needsSetup: true, demo: login });
    const fromOutside = await it_.app.get(SetupService).boot({ onThisMachine: false });
    expect(fromOutside.demo).toBeNull();
    expect(
      ['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.7', '192.168.1.2', '::ffff:10.0.0.7'].map(isLoopback),
    ).toEqual([true, true, true, false, false, false]);
  });
});
