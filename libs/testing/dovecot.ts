import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { waitFor } from './wait-for';

const BINARY = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'].find(existsSync);

/** A real IMAP server on a free port of this machine, with one mailbox; gone with `stop`. */
export interface Dovecot {
  host: string;
  port: number;
  user: string;
  pass: string;
  /** Puts a mail into INBOX as a delivery agent would. */
  deliver(raw: string | Buffer): Promise<void>;
  /** Puts a mail into Sent as a mail program would. */
  fileInSent(raw: string | Buffer): Promise<void>;
  /** Forgets every number it gave out, as after a repair: INBOX gets another UIDVALIDITY. Cut the sessions first. */
  renumber(): Promise<void>;
  /** File names in INBOX; the part after ":2," holds the flags. */
  inboxFiles(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Whether the tests against Dovecot can run here. Under CI=true they must: start it and fail loudly. */
export const hasDovecot = BINARY !== undefined || process.env.CI === 'true';

export async function startDovecot(): Promise<Dovecot> {
  if (!BINARY) throw new Error('these tests need Dovecot: apt-get install dovecot-imapd');
  const dir = await mkdtemp(join(tmpdir(), 'satchel-dovecot-'));
  const who = account();
  const port = await freePort();
  const mail = join(dir, 'mail', 'agent');
  for (const folder of ['run', 'mail']) await mkdir(join(dir, folder), { recursive: true });
  await writeFile(join(dir, 'users'), 'agent:{PLAIN}secret-pw::::::\n');
  await writeFile(join(dir, 'dovecot.conf'), configuration(dir, port, who));
  // Started by root, Dovecot works as `nobody` here, who must reach its folder.
  if (who.uid !== userInfo().uid) {
    chmodSync(dir, 0o755);
    spawnSync('chown', ['-R', `${who.uid}:${who.gid}`, dir]);
  }
  const child = spawn(BINARY, ['-F', '-c', join(dir, 'dovecot.conf')], { stdio: 'ignore', uid: who.uid, gid: who.gid });
  try {
    await waitFor(() => canConnect(port), { timeoutMs: 10_000, what: 'Dovecot listening' });
  } catch (error) {
    const log = await readFile(join(dir, 'dovecot.log'), 'utf8').catch(() => '(no log)');
    await end(child, dir);
    throw new Error(`Dovecot did not start: ${log}`, { cause: error });
  }
  const put = async (folder: string, raw: string | Buffer): Promise<void> => {
    for (const part of ['tmp', 'new', 'cur']) await makeFolder(join(folder, part), who);
    const name = `${Date.now()}.${randomUUID()}.test`;
    await writeFile(join(folder, 'tmp', name), raw);
    await chown(join(folder, 'tmp', name), who.uid, who.gid);
    await rename(join(folder, 'tmp', name), join(folder, 'new', name));
  };
  return {
    host: '127.0.0.1',
    port,
    user: 'agent',
    pass: 'secret-pw',
    deliver: (raw) => put(mail, raw),
    fileInSent: (raw) => put(join(mail, '.Sent'), raw),
    renumber: async () => {
      const files = (await readdir(mail)).filter((name) => /^dovecot[.-]/.test(name));
      await Promise.all(files.map((name) => rm(join(mail, name), { force: true })));
    },
    inboxFiles: async () =>
      (await Promise.all(['new', 'cur'].map((part) => readdir(join(mail, part)).catch(() => [])))).flat(),
    stop: () => end(child, dir),
  };
}

interface Account {
  uid: number;
  gid: number;
  user: string;
  group: string;
}

function account(): Account {
  const me = userInfo();
  if (me.uid !== 0) {
    const group = spawnSync('id', ['-gn'], { encoding: 'utf8' }).stdout.trim();
    return { uid: me.uid, gid: me.gid, user: me.username, group };
  }
  const read = (flag: string): string => spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout.trim();
  return { uid: Number(read('-u')), gid: Number(read('-g')), user: 'nobody', group: read('-gn') };
}

/** Everything in one folder, under one ordinary user, without TLS: for this machine only. */
function configuration(dir: string, port: number, who: Account): string {
  return `
    base_dir = ${dir}/run
    state_dir = ${dir}/run
    log_path = ${dir}/dovecot.log
    protocols = imap
    listen = 127.0.0.1
    ssl = no
    disable_plaintext_auth = no
    default_internal_user = ${who.user}
    default_internal_group = ${who.group}
    default_login_user = ${who.user}
    mail_location = maildir:${dir}/mail/%u
    mail_uid = ${who.uid}
    mail_gid = ${who.gid}
    first_valid_uid = 0
    first_valid_gid = 0
    auth_failure_delay = 0
    passdb {
      driver = passwd-file
      args = ${dir}/users
    }
    userdb {
      driver = static
      args = uid=${who.uid} gid=${who.gid} home=${dir}/mail/%u
    }
    namespace inbox {
      inbox = yes
      separator = /
      mailbox Sent {
        special_use = \\Sent
        auto = subscribe
      }
    }
    service imap-login {
      chroot =
      inet_listener imap {
        address = 127.0.0.1
        port = ${port}
      }
      inet_listener imaps {
        port = 0
      }
    }
    service anvil {
      chroot =
    }
    service stats {
      chroot =
    }
    service imap {
      process_limit = 50
    }
  `.replace(/^ {4}/gm, '');
}

async function makeFolder(path: string, who: Account): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first) spawnSync('chown', ['-R', `${who.uid}:${who.gid}`, first]);
}

async function end(child: ChildProcess, dir: string): Promise<void> {
  if (child.exitCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
