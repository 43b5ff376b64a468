import { newId } from '@satchel/kernel';
import { makePerson, makeWorkspace, type TestKernel, testKernel } from '@satchel/testing';
import { DeskModule } from '../desk.module';
import { MessageAppendQueries } from '../message/message-append.queries';
import { MailHouse } from './people-mail.fixture';
import { PeopleNotifier } from './people-notifier.service';

describe('mail to people', () => {
  let kernel: TestKernel;
  let house: MailHouse;
  let notifier: PeopleNotifier;
  let ticketId: string;

  beforeAll(async () => {
    kernel = await testKernel({ imports: [DeskModule], runJobs: false });
    notifier = kernel.moduleRef.get(PeopleNotifier);
  });
  afterAll(() => kernel.close());
  beforeEach(async () => {
    house = await MailHouse.open(kernel, (await makeWorkspace(kernel.db)).ctx);
    ticketId = await house.ticketOf(house.tom.id);
  });

  const assigned = (by: string | null = null, id = newId()) =>
    notifier.onAssigned(house.ctx, {
      id,
      actor: { kind: 'person', id: by },
      payload: { ticketId, from: null, to: house.tom.id },
    } as never);
  const customerWrites = async (automated = false): Promise<string> => {
    const messageId = newId();
    await kernel.moduleRef.get(MessageAppendQueries).append(house.ctx, ticketId, {
      id: messageId,
      direction: 'inbound',
      kind: 'reply',
      author: { kind: 'customer', id: null, name: 'Anna' },
      text: 'Is it lost?',
      automated,
      createdAt: kernel.clock.now(),
    });
    await notifier.onReceived(house.ctx, { id: newId(), payload: { ticketId, messageId, automated } } as never);
    return messageId;
  };
  const raise = async () => {
    const at = kernel.clock.now();
    const sql = 'update connection set alarmed_at = $2 where id = $1';
    await house.ctx.query(sql, [house.connectionId, at]);
    const payload = { connectionId: house.connectionId, label: 'Support', reason: 'The sign-in was refused.' };
    await notifier.onAlarm(house.ctx, { id: newId(), payload } as never);
    return { ...payload, raised: at.toISOString() };
  };

  it('says nothing to whoever asked for nothing', async () => {
    await assigned();
    await customerWrites();
    await house.sendAll();
    expect(house.left).toEqual([]);
  });

  it('tells of a ticket that somebody else assigned, once, marked so that no program answers it', async () => {
    await house.wants({ assigned: true });
    const id = newId();
    await assigned(null, id);
    await assigned(null, id);
    await assigned(house.tom.id);
    await house.sendAll();
    await house.sendAll();
    expect(house.left).toMatchObject([
      { to: { address: await house.tomsAddress() }, ticketId, automated: true, notice: true },
    ]);
    expect(house.left[0]?.text).toContain('was assigned to you');
  });

  it('tells of a message of the customer, never of a program', async () => {
    await house.wants({ replied: true });
    await customerWrites(true);
    await customerWrites();
    await house.sendAll();
    expect(house.left.map(({ text }) => text)).toEqual([expect.stringContaining('Is it lost?')]);
  });

  it('stops at ten in an hour', async () => {
    await house.wants({ replied: true });
    for (let n = 0; n < 13; n += 1) await customerWrites();
    await house.sendAll();
    expect(house.left).toHaveLength(10);
  });

  it('never writes to an address that comes back in here', async () => {
    await house.wants({ replied: true });
    await house.ctx.query('update connection set address = $2 where id = $1', [
      house.connectionId,
      (await house.tomsAddress()).replace('@', '+any@'),
    ]);
    await customerWrites();
    await house.sendAll();
    expect(house.left).toEqual([]);
  });

  it('sends later what could not leave, and never twice what may have left', async () => {
    await house.wants({ replied: true });
    await customerWrites();
    house.next = 'down';
    await expect(house.sendAll()).rejects.toThrow('no route');
    house.next = 'lost answer';
    await house.sendAll();
    house.next = 'ok';
    await house.sendAll();
    expect(house.left).toHaveLength(1);

    await customerWrites();
    await house.ctx.query(`update person_mail set committed_at = now() where state = 'queued'`);
    await house.sendAll();
    expect(house.left).toHaveLength(1);
  });

  it('tells every admin of a lost connection, and once more after a day', async () => {
    const admin = `${newId()}@fernhill.example`;
    await makePerson(kernel.db, house.ctx.workspaceId, { email: admin, role: 'admin' });
    const alarm = await raise();
    await notifier.alarmAgain(house.ctx, alarm);
    await notifier.alarmAgain(house.ctx, alarm);
    await house.sendAll();
    expect(house.left.map(({ to, subject }) => [to.address, subject])).toEqual([
      [admin, 'Support needs to be connected again'],
      [admin, 'Support is still not working'],
    ]);
    expect(house.left[0]?.text).toContain('The sign-in was refused.');
  });

  it('does not remind of what was mended meanwhile', async () => {
    await makePerson(kernel.db, house.ctx.workspaceId, { role: 'owner' });
    const alarm = await raise();
    await house.ctx.query('update connection set alarmed_at = null where id = $1', [house.connectionId]);
    await notifier.alarmAgain(house.ctx, alarm);
    await house.sendAll();
    expect(house.left).toHaveLength(1);
  });
});
