import { hasBrowser } from '../../server/e2e/browser';
import { bubbles, chat, field, launcher, World, write } from './world';

const LAST_STATE = '.row.own:last-of-type .receipt';

(hasBrowser ? describe : describe.skip)('the chat on a page with a strict policy', () => {
  let world: World;
  beforeAll(async () => void (world = await World.start()), 120_000);
  afterAll(() => world.stop(), 30_000);
  beforeEach(() => world.fresh());
  afterEach(() => expect(world.complaints).toEqual([]));

  it('asks for its script alone and stores nothing before somebody means it', async () => {
    const page = await world.page(await world.visitor());
    await page.waitForLoadState('networkidle');
    expect(world.desk.asked).toEqual(['GET /widget.js']);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    expect(await page.evaluate(() => (window as any).shifts)).toEqual([]);
    await Promise.all([page.waitForRequest(/widget\/en-/), launcher(page).hover()]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(world.desk.asked.filter((path) => path.includes('/api/'))).toEqual([]);
  });

  it('is opened, used and left by keyboard alone', async () => {
    const page = await world.page(await world.visitor());
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(chat(page).getAttribute('aria-label')).resolves.toContain('Chat with');
    await field(page).waitFor();
    await chat(page).locator('textarea:focus').waitFor();
    await page.keyboard.type('First line');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('second line');
    await page.keyboard.press('Enter');
    await bubbles(page).getByText('First line').waitFor();
    expect(await bubbles(page).first().innerText()).toBe('First line\nsecond line');
    await page.keyboard.press('Escape');
    await chat(page).waitFor({ state: 'hidden' });
    expect(await launcher(page).evaluate((element) => element.matches(':focus'))).toBe(true);
  });

  it('sends and receives, shows who writes, and tells what was seen', async () => {
    const page = await world.opened();
    await write(page, 'Do you ship to Norway?');
    await chat(page).locator(LAST_STATE, { hasText: 'Sent' }).waitFor();
    expect(await page.evaluate(() => document.body.dataset['opened'])).toBe('yes');
    await world.desk.tell('typing', { from: 'person', name: 'Anna' });
    await chat(page).getByText('Anna is typing').waitFor();
    await world.desk.tell('seen', { at: new Date(Date.now() + 1000).toISOString() });
    await chat(page).locator(LAST_STATE, { hasText: 'Seen' }).waitFor();
    world.desk.say('We do: see https://shop.example/norway. Not javascript:alert(1)', {
      choices: ['Thanks!', 'How long?'],
    });
    const link = chat(page).getByRole('link', { name: 'https://shop.example/norway' });
    expect(await link.getAttribute('href')).toBe('https://shop.example/norway');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await chat(page).locator('.bubble a').count()).toBe(1);
    expect(await chat(page).getByText('Anna is typing').count()).toBe(0);
    await chat(page).getByRole('button', { name: 'How long?' }).click();
    await bubbles(page).getByText('How long?').waitFor();
    expect(await chat(page).getByRole('button', { name: 'Thanks!' }).count()).toBe(0);
    expect(world.desk.seen).toHaveLength(1);
  });

  it('adds one node for a message to the log, also when its stored twin takes its place', async () => {
    const page = await world.opened();
    await field(page).waitFor();
    await chat(page).locator('[role=log][aria-live=polite]').waitFor({ state: 'attached' });
    await chat(page)
      .getByRole('log')
      .evaluate((log) => {
        const added = ((window as any).added = [] as string[]);
        new MutationObserver((changes) => {
          for (const { addedNodes } of changes) for (const node of addedNodes) added.push(node.nodeName);
        }).observe(log, { childList: true });
      });
    await write(page, 'Hello');
    await chat(page).locator(LAST_STATE, { hasText: 'Sent' }).waitFor();
    world.desk.say('Good morning');
    await bubbles(page).getByText('Good morning').waitFor();
    expect(await page.evaluate(() => (window as any).added)).toEqual(['DIV', 'DIV']);
  });

  it('keeps what is written while the desk is away, over a reload, and sends each once', async () => {
    const page = await world.opened();
    await write(page, 'one');
    await chat(page).locator(LAST_STATE, { hasText: 'Sent' }).waitFor();
    await world.desk.stop();
    await write(page, 'two');
    await write(page, 'three');
    await chat(page).getByText('What you write is kept').waitFor({ timeout: 20_000 });
    expect(await bubbles(page).allInnerTexts()).toEqual(['one', 'two', 'three']);
    await world.desk.start();
    await page.reload();
    await bubbles(page).getByText('three').waitFor();
    await chat(page).locator(LAST_STATE, { hasText: 'Sent' }).waitFor();
    const [visitor] = [...world.desk.sessions.values()];
    expect(visitor?.messages.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(await bubbles(page).allInnerTexts()).toEqual(['one', 'two', 'three']);
  });

  it('comes back by itself after the desk was away, with what was said meanwhile', async () => {
    const page = await world.opened();
    await write(page, 'before');
    await chat(page).locator(LAST_STATE, { hasText: 'Sent' }).waitFor();
    await world.desk.stop();
    await write(page, 'while away');
    world.desk.say('while you were away');
    await world.desk.start();
    await bubbles(page).getByText('while you were away').waitFor({ timeout: 20_000 });
    await chat(page).locator(LAST_STATE, { hasText: 'Sent' }).waitFor({ timeout: 20_000 });
    expect((await bubbles(page).allInnerTexts()).sort()).toEqual(['before', 'while away', 'while you were away']);
  });

  it('does not double a message whose answer was lost', async () => {
    const page = await world.opened();
    await field(page).waitFor();
    world.desk.swallowAnswers = true;
    await write(page, 'only once');
    await expectSoon(() => world.desk.posted.length >= 2);
    world.desk.swallowAnswers = false;
    await chat(page).locator(LAST_STATE, { hasText: 'Sent' }).waitFor({ timeout: 20_000 });
    expect(new Set(world.desk.posted.map(({ clientId }) => clientId)).size).toBe(1);
    expect(await bubbles(page).allInnerTexts()).toEqual(['only once']);
  });

  it('shows the same in two tabs, and one of them sends', async () => {
    const context = await world.visitor();
    const [one, two] = [await world.page(context), await world.page(context)];
    for (const page of [one, two]) await launcher(page).click();
    for (const page of [one, two]) await field(page).waitFor();
    await write(one, 'from the first');
    await bubbles(two).getByText('from the first').waitFor();
    await write(two, 'from the second');
    await bubbles(one).getByText('from the second').waitFor();
    world.desk.say('Answer to both');
    for (const page of [one, two]) {
      await bubbles(page).getByText('Answer to both').waitFor();
      expect(await bubbles(page).allInnerTexts()).toEqual(['from the first', 'from the second', 'Answer to both']);
    }
    expect(world.desk.posted.map(({ text }) => text)).toEqual(['from the first', 'from the second']);
    expect(world.desk.sessions.size).toBe(1);
  });

  it('works over plain requests where sockets are blocked', async () => {
    world.desk.socketsBlocked = true;
    const page = await world.opened();
    await write(page, 'through the proxy');
    await chat(page).locator(LAST_STATE, { hasText: 'Sent' }).waitFor();
    await expectSoon(
      () => world.desk.asked.filter((path) => path.startsWith('GET') && path.endsWith('/messages')).length > 0,
    );
    world.desk.say('read by polling');
    await bubbles(page).getByText('read by polling').waitFor({ timeout: 20_000 });
    expect(await chat(page).getByText('No connection').count()).toBe(0);
  });

  it('counts what came while it was closed, on the next page too, and not once it was read', async () => {
    const page = await world.opened();
    await write(page, 'hello');
    await chat(page).locator(LAST_STATE, { hasText: 'Sent' }).waitFor();
    await page.keyboard.press('Escape');
    world.desk.say('first answer');
    world.desk.say('second answer');
    await page.getByRole('button', { name: 'Open chat, 2 unread messages' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Open chat, 2 unread messages' }).click();
    await bubbles(page).getByText('second answer').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Open chat', exact: true }).waitFor();
    expect(await page.title()).toBe('Boots');
  });

  it('says what the desk refuses, and lets it be tried again or given up', async () => {
    world.desk.socketsBlocked = true;
    const page = await world.opened();
    await write(page, 'forbidden words');
    await chat(page).getByText('Not sent. This is not accepted.').waitFor();
    await chat(page).getByRole('button', { name: 'Discard' }).click();
    expect(await bubbles(page).count()).toBe(0);
  });
});

async function expectSoon(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; !isTrue(); tries++) {
    if (tries > 400) throw new Error(`never became true: ${String(isTrue)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
