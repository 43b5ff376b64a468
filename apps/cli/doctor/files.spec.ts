import { Config } from '@satchel/kernel';
import { startSandboxProcess } from '@satchel/testing';
import { filesFinding } from './surroundings';

it('tells whether files can be kept where the settings say', async () => {
  const sandbox = await startSandboxProcess();
  const config = new Config().with({
    s3Endpoint: `${sandbox.url}/s3`,
    s3Region: 'eu-central-1',
    s3Bucket: 'satchel',
    s3AccessKeyId: 'sandbox-s3-id',
    s3SecretAccessKey: 'sandbox-s3-secret',
  });
  try {
    expect(await filesFinding(new Config())).toMatchObject({ state: 'ok', words: 'in the data folder' });
    expect(await filesFinding(config)).toMatchObject({ state: 'ok', words: expect.stringContaining('bucket satchel') });
    expect(await filesFinding(config.with({ s3SecretAccessKey: 'mistyped' }))).toMatchObject({
      state: 'bad',
      words: expect.stringContaining('SignatureDoesNotMatch'),
    });
    expect(await filesFinding(config.with({ s3Bucket: 'nobodys' }))).toMatchObject({
      state: 'bad',
      words: expect.stringContaining('NoSuchBucket'),
    });
  } finally {
    await sandbox.stop();
  }
});
