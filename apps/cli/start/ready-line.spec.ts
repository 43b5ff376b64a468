import { brainWords, type Ready, readyJson, readyText } from './ready-line';

const demo = {
  baseUrl: 'http://localhost:3000',
  adminEmail: 'admin@fernhill.example',
  adminPassword: 'fern-one',
  apiKey: 'sk_never_printed',
  smtpPort: 2525,
  sandboxUrl: 'http://127.0.0.1:3001',
};
const ready: Ready = {
  url: demo.baseUrl,
  demo,
  smtpPort: 2525,
  dataDir: '/data',
  brain: 'built-in',
  milliseconds: 2345.6,
};
const plain = (text: string): string => text;

describe('the ready line', () => {
  it('gives a program the address and the login in one line of JSON', () => {
    expect(readyJson(ready)).not.toContain('\n');
    expect(JSON.parse(readyJson(ready))).toMatchObject({
      ready: true,
      url: 'http://localhost:3000',
      adminEmail: 'admin@fernhill.example',
      adminPassword: 'fern-one',
      ms: 2346,
    });
  });

  it('gives a person the address and the login first', () => {
    const text = readyText(ready, plain, plain);
    expect(text).toMatch(
      /Satchel is ready: http:\/\/localhost:3000 in 2\.3 s\n +Sign in +admin@fernhill\.example +fern-one/,
    );
    expect(text).toContain('http://127.0.0.1:3001/desk');
  });

  it('keeps the API key to itself', () => {
    expect(readyJson(ready) + readyText(ready, plain, plain)).not.toContain('sk_never_printed');
  });

  it('without a demo points at the set-up', () => {
    expect(readyText({ ...ready, demo: null }, plain, plain)).toMatch(/First run +open the address/);
    expect(JSON.parse(readyJson({ ...ready, demo: null }))).not.toHaveProperty('adminPassword');
  });

  it('names the brain', () => {
    const none = { openaiApiKey: null, openaiBaseUrl: null, openaiModel: null };
    expect(brainWords(none)).toContain('built-in engine');
    expect(brainWords({ ...none, openaiBaseUrl: 'http://127.0.0.1:8000/v1', openaiModel: 'm' })).toBe(
      'm at http://127.0.0.1:8000/v1',
    );
  });
});
