import { hasBrowser } from '../../server/e2e/browser';
import { PNG } from './picture';
import { bubbles, chat, field, launcher, World, write } from './world';

const jwt = (sub: string): string => `x.${Buffer.from(JSON.stringify({ sub })).toString('base64url')}.y`;
const SARAH = {
  who: { name: 'Sarah', email: 'sarah@example.com', verified: true },
  loyalty: { tier: 'Gold', points: 1240 },
};

(hasBrowser ? describe : describe.skip)('what the chat asks, knows and takes', () => {
  let world: World;
  beforeAll(async () => void (world = await World.start()), 120_000);
  afterAll(() => world.stop(), 30_000);
  beforeEach(() => world.fresh());
  afterEach(() => expect(world.complaints).toEqual([]));

  it('asks what the connection wants before the first message, once', async () => {
    world.desk.config.preChat = { name: 'required', email: 'optional', consent: 'I agree that my data is used.' };
    const page = await world.opened();
    await chat(page).getByRole('button', { name: 'Start chat' }).click();
    await chat(page).getByText('Please fill this in.').waitFor();
    await chat(page).getByText('Please agree before we start.').waitFor();
    await chat(page).locator('input:focus').fill('Sam');
    await chat(page).getByLabel('Email (optional)').fill('sam');
    await chat(page).getByRole('checkbox').check();
    await chat(page).getByRole('button', { name: 'Start chat' }).click();
    await chat(page).getByText('Please enter an email address').waitFor();
    await chat(page).getByLabel('Email (optional)').fill('sam@example.com');
    await world.picture(page, 'pre-chat');
    await chat(page).getByRole('button', { name: 'Start chat' }).click();
    await write(page, 'hello');
    await chat(page).getByText('Sent', { exact: false }).waitFor();
    await page.reload();
    await write(page, 'again');
    await chat(page).locator('.row.own:last-of-type .receipt', { hasText: 'Sent' }).waitFor();
    const visitor = { name: 'Sam', email: 'sam@example.com', consent: true };
    expect(world.desk.posted.map((message) => message.visitor)).toEqual([visitor, undefined]);
  });

  it('takes a message to be answered by mail when nobody is there', async () => {
    world.desk.config.online = false;
    const page = await world.opened();
    await chat(page).getByRole('button', { name: 'Send message' }).click();
    expect(await chat(page).locator('[aria-invalid=true]').count()).toBe(2);
    await chat(page).getByLabel('Email').fill('sam@example.com');
    await chat(page).getByRole('textbox', { name: 'Message' }).fill('Where is my parcel?');
    await chat(page).getByRole('button', { name: 'Send message' }).click();
    await bubbles(page).getByText('Where is my parcel?').waitFor();
    await chat(page).getByText('answer to sam@example.com').waitFor();
    await chat(page).locator('.receipt', { hasText: 'Sent' }).waitFor();
    expect(world.desk.posted[0]?.visitor).toEqual({ email: 'sam@example.com' });
    await world.desk.tell('online', { online: true });
    await chat(page).getByText('Online').waitFor();
  });

  it('wants a sign-in where the shop does, and goes on once the shop says who it is', async () => {
    world.desk.config.identityRequired = true;
    world.desk.known.set('sarah', SARAH);
    const page = await world.opened();
    await chat(page).getByText('Please sign in to the shop').waitFor();
    expect(world.desk.asked.filter((path) => path.endsWith('/session'))).toEqual([]);
    await page.evaluate((token) => window.Satchel?.('identify', token), jwt('sarah'));
    await chat(page).getByText('Hi Sarah, Gold member, 1,240 points').waitFor();
    await field(page).waitFor();
  });

  it("greets a known customer in the visitor's language and skips the form", async () => {
    world.desk.known.set('sarah', SARAH);
    world.desk.config.preChat = { name: 'required', email: 'required', consent: null };
    world.shop.attributes = `data-locale="de" data-identity="${jwt('sarah')}"`;
    const page = await world.opened();
    await chat(page).getByText('Hallo Sarah, Gold-Mitglied, 1.240 Punkte').waitFor();
    await field(page).waitFor();
    expect(world.desk.asked.filter((path) => /\/(en|de|fr|es|nl)-/.test(path))).toEqual([expect.stringMatching(/de-/)]);
  });

  it('shows nothing of the one who was here before to the next', async () => {
    world.desk.known.set('sarah', SARAH);
    world.desk.known.set('kim', { who: { name: 'Kim', email: null, verified: true }, loyalty: null });
    world.shop.attributes = `data-identity="${jwt('sarah')}"`;
    const page = await world.opened();
    await write(page, 'my secret address');
    await chat(page).locator('.receipt', { hasText: 'Sent' }).waitFor();
    await field(page).fill('half-written by Sarah');
    await page.evaluate((token) => window.Satchel?.('identify', token), jwt('kim'));
    await chat(page).getByText('Hi Kim').waitFor();
    expect(await bubbles(page).count()).toBe(0);
    expect(await field(page).inputValue()).toBe('');
  });

  it('forgets all at log-out, here and at the desk', async () => {
    const page = await world.opened();
    await write(page, 'hello');
    await chat(page).locator('.receipt', { hasText: 'Sent' }).waitFor();
    await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'DELETE'),
      page.evaluate(() => window.Satchel?.('shutdown')),
    ]);
    await chat(page).waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect(world.desk.sessions.size).toBe(0);
    await launcher(page).click();
    await field(page).waitFor();
    expect(await bubbles(page).count()).toBe(0);
  });

  it('says that an AI may answer, marks its words, and leads to a person', async () => {
    world.desk.config.answersByAi = true;
    const page = await world.opened();
    await chat(page).getByText('You may be talking to an AI assistant.').waitFor();
    await chat(page).getByRole('button', { name: 'Talk to a person' }).click();
    await bubbles(page).getByText('I would like to talk to a person').waitFor();
    await world.desk.tell('typing', { from: 'ai', name: null });
    await chat(page).getByText('The AI assistant is writing').waitFor();
    await world.desk.tell('typing', { from: 'ai', name: null, ended: true });
    await chat(page).getByText('The AI assistant is writing').waitFor({ state: 'detached', timeout: 3_000 });
    await world.desk.tell('typing', { from: 'ai', name: null });
    await chat(page).getByText('The AI assistant is writing').waitFor();
    world.desk.say('I am getting somebody.', { from: 'ai', authorName: null });
    await chat(page).locator('.row.theirs .author', { hasText: 'AI assistant' }).waitFor();
    await chat(page).getByRole('button', { name: 'Talk to a person' }).waitFor();
  });

  it('takes files by picking, pasting and dropping, and shows pictures', async () => {
    const page = await world.opened();
    const picker = chat(page).locator('input[type=file]').first();
    const photo = { name: 'boots.png', mimeType: 'image/png', buffer: PNG };
    await picker.setInputFiles(photo);
    await chat(page).getByRole('button', { name: 'Remove boots.png' }).waitFor();
    for (const event of ['paste', 'drop'])
      await field(page).evaluate((element, type) => {
        const data = new DataTransfer();
        data.items.add(new File(['%PDF-1.4'], `${type}.pdf`, { type: 'application/pdf' }));
        const options = { bubbles: true, composed: true, cancelable: true };
        element.dispatchEvent(
          type === 'paste'
            ? new ClipboardEvent('paste', { ...options, clipboardData: data })
            : new DragEvent('drop', { ...options, dataTransfer: data }),
        );
      }, event);
    for (const name of ['paste.pdf', 'drop.pdf'])
      await chat(page)
        .getByRole('button', { name: `Remove ${name}` })
        .waitFor();
    await picker.setInputFiles([photo]);
    await chat(page).getByText('Only 3 files fit in a message.').waitFor();
    await field(page).press('Enter');
    await chat(page).locator('.row.own .receipt', { hasText: 'Sent' }).waitFor();
    const picture = chat(page).getByRole('img', { name: 'photo.png' }).first();
    await picture.scrollIntoViewIfNeeded();
    await picture.evaluate((image: HTMLImageElement) => image.decode());
    expect(world.desk.posted[0]?.files).toHaveLength(3);
  });

  it('shows how far an upload is, lets it be cancelled, and says in words what is refused', async () => {
    world.desk.uploadMs = 3000;
    const page = await world.opened();
    const picker = chat(page).locator('input[type=file]').first();
    await picker.setInputFiles({ name: 'slow.png', mimeType: 'image/png', buffer: PNG });
    await chat(page).getByRole('progressbar', { name: 'Uploading slow.png' }).waitFor();
    await field(page).fill('not without the file');
    await field(page).press('Enter');
    expect(await bubbles(page).count()).toBe(0);
    await chat(page).getByRole('button', { name: 'Cancel the upload of slow.png' }).click();
    await chat(page).getByRole('progressbar').waitFor({ state: 'detached' });
    world.desk.uploadMs = 0;
    await picker.setInputFiles([
      { name: 'huge.png', mimeType: 'image/png', buffer: Buffer.alloc(1_000_001) },
      { name: 'virus.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
      { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    ]);
    await chat(page).getByText('huge.png is larger than 977 KB.').waitFor();
    await chat(page).getByText('empty.txt is empty.').waitFor();
    await chat(page).getByText('Files like virus.exe are not accepted here.').waitFor();
  });

  it('counts near the end and does not send what is too long', async () => {
    world.desk.config.maxChars = 100;
    const page = await world.opened();
    await field(page).fill('x'.repeat(95));
    await chat(page).getByText('5 characters left').waitFor();
    await write(page, 'x'.repeat(101));
    await chat(page).getByText('1 character too many').waitFor();
    expect(world.desk.posted).toEqual([]);
  });

  it('is one widget though it is loaded twice, and survives a page that is replaced', async () => {
    world.shop.extra = `<script src="${world.desk.url}/widget.js?again" data-key="conn-1" async></script>`;
    const page = await world.page(await world.visitor());
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      history.pushState({}, '', '/other');
      document.body = document.createElement('body');
      document.querySelector('satchel-chat')?.remove();
    });
    await launcher(page).waitFor();
    expect(await page.locator('satchel-chat').count()).toBe(1);
    await page.evaluate(() => window.Satchel?.('hide'));
    await launcher(page).waitFor({ state: 'hidden' });
    await page.evaluate(() => window.Satchel?.('open'));
    await field(page).waitFor();
    await write(page, 'still here');
    await bubbles(page).getByText('still here').waitFor();
    expect(world.desk.posted[0]?.page?.url).toContain('/other');
  });
});
