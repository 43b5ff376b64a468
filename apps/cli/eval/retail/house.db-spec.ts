import { rm } from 'node:fs/promises';
import { RetailHouse } from './house';
import { smallShop } from './small-shop.fixture';

describe('the product behind the scripted customers', () => {
  let house: RetailHouse;
  let folder: string;

  beforeAll(async () => {
    house = await RetailHouse.start();
    folder = await smallShop();
    await house.worlds.load(folder);
  });
  afterAll(async () => {
    await house?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('answers in the chat, and hands over whoever wants a person', async () => {
    const talk = await house.meet('world-1');
    const first = await talk.say('Hello, where is my order W1000002?');
    expect(first.reply).toMatch(/order/i);
    expect(first.handedOver).toBe(false);
    expect(await talk.say('I want to talk to a person.')).toMatchObject({ handedOver: true });
    expect(await house.worlds.state('world-1')).toEqual({ orders: [], users: [] });
  }, 60_000);
});
