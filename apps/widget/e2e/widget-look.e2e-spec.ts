import type { BrowserContextOptions, Page } from 'playwright-core';
import { hasBrowser } from '../../server/e2e/browser';
import { PNG } from './picture';
import { bubbles, chat, field, launcher, problemsOf, World, write } from './world';

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

(hasBrowser ? describe : describe.skip)('the look of the chat, for everybody', () => {
  let world: World;
  beforeAll(async () => void (world = await World.start()), 120_000);
  afterAll(() => world.stop(), 30_000);
  beforeEach(() => world.fresh());
  afterEach(() => expect(world.complaints).toEqual([]));

  /** A conversation with something of everything. */
  async function talk(
    page: Page,
    text = 'Hi! My boots arrived with a broken lace. Can I get a new pair?',
  ): Promise<void> {
    const old = { createdAt: new Date(Date.now() - 26 * 3_600_000).toISOString() };
    await field(page).waitFor();
    world.desk.say('Thank you for your order.', { ...old, from: 'person', authorName: 'Marco' });
    await write(page, text);
    await chat(page).locator('.row.own .receipt', { hasText: 'Sent' }).waitFor();
    world.desk.say('Sorry to hear that! I can send you new laces today.', { from: 'ai', authorName: null });
    world.desk.say('They are like these: https://shop.example/laces/red-and-black', {
      from: 'ai',
      authorName: null,
      attachments: [
        world.desk.keep('laces.png', 'image/png', PNG),
        world.desk.keep('care-instructions.pdf', 'application/pdf', PNG),
      ],
    });
    world.desk.say('Anna joined the conversation', { from: 'system', authorName: null });
    world.desk.say('Hi, Anna here. Which size do you wear?', { choices: ['EU 42', 'EU 43', 'Another size'] });
    await chat(page).getByRole('button', { name: 'EU 43' }).waitFor();
    await chat(page)
      .locator('.picture img')
      .evaluate((image: HTMLImageElement) => image.decode());
  }

  const looks = [
    ['desktop-light', { ...DESKTOP, colorScheme: 'light' }, ''],
    ['desktop-dark', { ...DESKTOP, colorScheme: 'dark' }, ''],
    ['phone-light', { ...PHONE, colorScheme: 'light' }, ''],
    ['phone-dark', { ...PHONE, colorScheme: 'dark' }, ''],
    ['desktop-rtl', { ...DESKTOP, colorScheme: 'light' }, 'data-locale="ar" data-position="left"'],
    ['phone-rtl-dark', { ...PHONE, colorScheme: 'dark' }, 'data-locale="ar"'],
    ['desktop-yellow', { ...DESKTOP, colorScheme: 'light' }, 'data-color="#ffd400"'],
    ['desktop-white-in-dark', { ...DESKTOP, colorScheme: 'dark' }, 'data-color="#ffffff"'],
  ] as const;
  it.each(looks)('has no barrier: %s', async (name, options, attributes) => {
    world.desk.config.answersByAi = true;
    world.shop.attributes = attributes;
    const page = await world.page(await world.visitor(options));
    await world.picture(page, `${name}-closed`);
    expect(await problemsOf(page)).toEqual([]);
    await launcher(page).click();
    await talk(page);
    await world.picture(page, name);
    await chat(page)
      .locator('.scroll')
      .evaluate((element) => element.scrollTo(0, 0));
    await world.picture(page, `${name}-start`);
    expect(await problemsOf(page)).toEqual([]);
  });

  it.each([
    ['desktop', 'light', DESKTOP],
    ['phone', 'dark', PHONE],
  ] as const)('has forms and notices without barriers: %s, %s', async (size, colorScheme, options) => {
    world.desk.config.preChat = { name: 'required', email: 'required', consent: 'I have read the privacy notice.' };
    const page = await world.opened({ ...options, colorScheme });
    await chat(page).getByRole('button', { name: 'Start chat' }).click();
    await chat(page).getByText('Please agree').waitFor();
    await world.picture(page, `${size}-${colorScheme}-pre-chat`);
    expect(await problemsOf(page)).toEqual([]);
    await world.desk.tell('online', { online: false });
    await chat(page).getByText('Leave us a message').waitFor();
    await world.picture(page, `${size}-${colorScheme}-offline`);
    expect(await problemsOf(page)).toEqual([]);
  });

  it('runs from right to left for Arabic, with English words', async () => {
    world.shop.attributes = 'data-locale="ar"';
    const page = await world.opened();
    await write(page, 'مرحبا');
    const own = await bubbles(page).first().boundingBox();
    const panel = await chat(page).boundingBox();
    expect(own!.x - panel!.x).toBeLessThan(40);
    expect(await chat(page).locator('textarea').getAttribute('placeholder')).toBe('Write a message…');
  });

  it('fits into a desktop window at 400 %, with nothing to scroll sideways', async () => {
    world.desk.config.answersByAi = true;
    const page = await world.opened({ viewport: { width: 320, height: 256 } });
    await talk(page);
    await world.picture(page, 'zoom-400');
    const wide = await chat(page)
      .locator('*')
      .evaluateAll((all) =>
        all.flatMap((it) => {
          const isOut = it.getBoundingClientRect().right > 321 && !it.closest('.unseen');
          return isOut ? [it.outerHTML] : [];
        }),
      );
    expect(wide).toEqual([]);
    const log = await chat(page).locator('.scroll').boundingBox();
    expect(log!.height).toBeGreaterThan(80);
    expect(await problemsOf(page)).toEqual([]);
  });

  it('keeps the focus inside while it covers a phone, and gives it back', async () => {
    const page = await world.opened({ ...PHONE, reducedMotion: 'reduce' });
    await field(page).waitFor();
    expect(await chat(page).getAttribute('aria-modal')).toBe('true');
    const box = await chat(page).boundingBox();
    expect(box).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    const inside = (): Promise<boolean> => page.evaluate(() => document.activeElement?.localName === 'satchel-chat');
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press(presses < 6 ? 'Tab' : 'Shift+Tab');
      expect(await inside()).toBe(true);
    }
    await page.keyboard.press('Escape');
    expect(await launcher(page).evaluate((element) => element.matches(':focus'))).toBe(true);
  });

  it('has targets of 24 pixels and more', async () => {
    world.desk.config.answersByAi = true;
    const page = await world.opened(PHONE);
    await talk(page);
    const small = await chat(page)
      .locator('button:visible, .files a:visible, input:visible, textarea:visible')
      .evaluateAll((all) =>
        all.flatMap((it) => {
          const { width, height } = it.getBoundingClientRect();
          return width < 24 || height < 24 ? [`${it.className} ${width}x${height}`] : [];
        }),
      );
    expect(small).toEqual([]);
  });

  it('stands still for those who want no motion', async () => {
    const page = await world.opened({ reducedMotion: 'reduce' });
    await field(page).waitFor();
    await world.desk.tell('typing', { from: 'person', name: 'Anna' });
    await chat(page).getByText('Anna is typing').waitFor();
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
  });

  it('takes no style from the page and gives it none', async () => {
    const page = await world.opened();
    await write(page, 'plain words');
    const style = await bubbles(page)
      .first()
      .evaluate((element) => {
        const { letterSpacing, textTransform, fontFamily, opacity } = getComputedStyle(element);
        return { letterSpacing, textTransform, font: fontFamily.split(',')[0], opacity };
      });
    expect(style).toEqual({ letterSpacing: 'normal', textTransform: 'none', font: 'system-ui', opacity: '1' });
    expect(await page.locator('h1').evaluate((element) => getComputedStyle(element).fontFamily)).toContain('Georgia');
  });
});
