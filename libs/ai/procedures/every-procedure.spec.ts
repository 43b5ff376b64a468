import type { ActionToolData } from '../tools/tool-data';
import { BUILT_IN } from './built-in';
import { fullHouse, HANDED, STORIES } from './stories.fixture';
import { Conversation } from './toolbox.fixture';

it('has a story for each procedure that the house ships', () => {
  expect([...STORIES, ...HANDED].map(([name]) => name).sort()).toEqual(BUILT_IN.map(({ name }) => name).sort());
});

describe('each procedure', () => {
  it.each(STORIES.map((story) => [story[0], story] as const))(
    '%s: answers, or does it on a yes alone',
    (_name, story) => {
      const [, text, said, reads, action] = story;
      const talk = new Conversation(fullHouse());
      const reply = talk.says(text, said);
      expect(reply.text).toMatch(reads);
      expect(reply.text).not.toMatch(/undefined|null|NaN|\{|\}| {2}/);
      expect(reply.handedOver).toBeNull();
      expect(talk.house.happened).toEqual([]);
      if (!action) return;
      expect(reply.text).toContain('Shall I go ahead?');
      const done = talk.says('yes', { answer: 'yes' });
      expect(talk.house.happened).toMatchObject([action]);
      expect(done.text).not.toMatch(/undefined|null|NaN|\{|\}| {2}|Shall I/);
      expect(done.text.length).toBeGreaterThan(10);
    },
  );

  const changing = STORIES.filter(([, , , , action]) => action);
  it.each(changing)('%s: a no changes nothing', (_name, text, said) => {
    const talk = new Conversation(fullHouse());
    talk.says(text, said);
    expect(talk.says('no', { answer: 'no' }).text).toContain('Nothing was changed');
    talk.says('yes', { answer: 'yes' });
    expect(talk.house.happened).toEqual([]);
  });

  it.each(changing)('%s: without its tool, a person gets it', (_name, text, said, _reads, action) => {
    const shop = fullHouse();
    shop.missing.push(action?.action ?? '');
    const reply = new Conversation(shop).says(text, said);
    expect(reply.handedOver).not.toBeNull();
    expect(shop.waiting).toBeNull();
  });

  it.each(changing)(
    '%s: denied by the rules, nothing waits and the reason is told',
    (_name, text, said, _reads, action) => {
      const shop = fullHouse();
      const name = action?.action ?? '';
      shop.verdicts[name] = (): ActionToolData => ({
        state: 'denied',
        action: name,
        reason: 'no',
        rule: 'some.rule',
        customerText: 'Our rules keep this for thirty days.',
        needs: null,
        offer: null,
      });
      const reply = new Conversation(shop).says(text, said);
      expect(reply.text).toContain('Our rules keep this for thirty days.');
      expect(reply.text).not.toContain('Shall I go ahead?');
    },
  );

  it.each(changing)(
    '%s: asks for a code where more proof is wanted, and goes on after it',
    (_name, text, said, _reads, action) => {
      const shop = fullHouse();
      shop.needs[action?.action ?? ''] = 3;
      const talk = new Conversation(shop);
      expect(talk.says(text, said).text).toContain('a...a@e...e.com');
      const asked = talk.says('482913', { entities: { oneTimeCodes: ['482913'] } });
      expect(asked.text).toContain('Shall I go ahead?');
      talk.says('yes', { answer: 'yes' });
      expect(shop.happened).toMatchObject([action ?? {}]);
    },
  );

  it.each(HANDED)('%s: goes to a person with the facts', (_name, text, said, reason, reads) => {
    const reply = new Conversation(fullHouse()).says(text, said);
    expect(reply.handedOver).toBe(reason);
    expect(reply.text).toMatch(reads);
    expect(reply.text).not.toMatch(/undefined|null|NaN|\{|\}/);
  });

  it('makes the offer that the rules want, and ends a subscription only when it is declined', () => {
    const shop = fullHouse();
    shop.verdicts.cancel_subscription = (args): ActionToolData | null =>
      args.offerDeclined === true
        ? null
        : {
            state: 'denied',
            action: 'cancel_subscription',
            reason: 'offer first',
            rule: 'subscriptions.offer',
            customerText: null,
            needs: null,
            offer: { text: 'Leave out one delivery.', action: 'skip_subscription', arguments: {} },
          };
    const talk = new Conversation(shop);
    const offered = talk.says('end my subscription', { wants: ['cancel_subscription'] });
    expect(offered.text).toContain('Leave out one delivery.');
    expect(offered.text).toContain('or still cancel?');
    expect(talk.says('no, still cancel it').text).toContain('Shall I go ahead?');
    talk.says('yes', { answer: 'yes' });
    expect(shop.happened).toMatchObject([{ action: 'cancel_subscription', args: { offerDeclined: true } }]);
  });
});
