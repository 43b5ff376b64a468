import { Config, ConfigError, EmbeddedPostgresError } from '@satchel/kernel';
import { portSentence, portsOf } from './ports';
import { databaseSentence, sentenceOf } from './problems';

const URL = 'postgres://bob:hush@db.example:5432/satchel';

describe('what a person can mend', () => {
  it.each([
    ['ECONNREFUSED', /nothing listens there/],
    ['28P01', /refused the user or the password/],
    ['3D000', /has no such database/],
    ['ENOTFOUND', /no such host/],
  ])('a database that answers %s, without its password', (code, words) => {
    const sentence = databaseSentence(URL, Object.assign(new Error('x'), { code }));
    expect(sentence).toMatch(words);
    expect(sentence).toContain('DATABASE_URL');
    expect(sentence).not.toContain('hush');
  });

  it('a database with several addresses, of which none answers', () => {
    const refused = Object.assign(new Error(''), { code: 'ECONNREFUSED' });
    expect(databaseSentence(URL, new AggregateError([refused, refused]))).toMatch(/nothing listens there/);
  });

  it('a taken port, naming the variable and what to type', () => {
    const [port] = portsOf(Config.fromEnv({}));
    expect(portSentence(port!, 'EADDRINUSE')).toBe(
      'Port 3000 for the console and the API is taken by another program: set PORT to a free one, for example PORT=3100 npm start.',
    );
    expect(portSentence(port!, 'EACCES')).toMatch(/set PORT to one above 1023/);
  });

  it('only what is started needs a port', () => {
    expect(portsOf(Config.fromEnv({})).map(({ variable }) => variable)).toContain('SANDBOX_PORT');
    expect(portsOf(Config.fromEnv({ SATCHEL_DEMO: '0' })).map(({ variable }) => variable)).toEqual([
      'PORT',
      'SMTP_IN_PORT',
    ]);
  });

  it('a setting or the embedded database', () => {
    expect(sentenceOf(new ConfigError('PORT takes a number.'))).toBe('PORT takes a number.');
    expect(sentenceOf(new EmbeddedPostgresError('It does not start.', 'Set DATABASE_URL.'))).toBe(
      'It does not start. Set DATABASE_URL.',
    );
  });

  it('is told from a surprise, which keeps its stack', () => expect(sentenceOf(new TypeError('undefined'))).toBeNull());
});
