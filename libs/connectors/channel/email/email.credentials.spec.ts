import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { fieldsOf } from '../../port';
import { EmailCredentials } from './email.credentials';

const plain = { smtpHost: 'smtp.fernhill.example', smtpPort: 587 };
const wrong = (given: Record<string, unknown>): string[] =>
  validateSync(plainToInstance(EmailCredentials, { ...plain, ...given })).map((it) => it.property);

describe('the settings of a mailbox', () => {
  it('need no more than a server to send by', () => expect(wrong({})).toEqual([]));

  it('ask for all of DKIM or for nothing of it', () => {
    const whole = { dkimDomain: 'fernhill.example', dkimSelector: 'desk', dkimPrivateKey: 'pem' };
    expect(wrong(whole)).toEqual([]);
    expect(wrong({ dkimDomain: '', dkimSelector: '', dkimPrivateKey: '' })).toEqual([]);
    expect(wrong({ dkimDomain: 'fernhill.example' }).sort()).toEqual(['dkimPrivateKey', 'dkimSelector']);
    expect(wrong({ ...whole, dkimPrivateKey: undefined })).toEqual(['dkimPrivateKey']);
  });

  it.each(['a b', 'x;y', '-', 'desk._domainkey.', ''])('know that %j is no selector', (dkimSelector) =>
    expect(wrong({ dkimDomain: 'fernhill.example', dkimSelector, dkimPrivateKey: 'pem' })).toEqual(['dkimSelector']),
  );

  it('never show a key or a password again', () => {
    const secret = fieldsOf(EmailCredentials).filter((field) => field.type === 'secret');
    expect(secret.map((field) => field.name)).toEqual(
      expect.arrayContaining(['smtpPass', 'imapPass', 'dkimPrivateKey']),
    );
  });
});
