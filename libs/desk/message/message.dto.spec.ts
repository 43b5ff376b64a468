import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CreateMessageDto } from './message.dto';

const refused = (body: object): string[] =>
  validateSync(plainToInstance(CreateMessageDto, { kind: 'reply', text: 'Hello', ...body })).map((one) => one.property);

describe('a message over the API', () => {
  it('takes an id of the caller, and no id of the house', () => {
    expect(refused({ clientId: 'order-7-shipped' })).toEqual([]);
    expect(refused({ clientId: 'turn:0199b0a0-0000-7000-8000-000000000000' })).toEqual(['clientId']);
    expect(refused({ clientId: 'draft:1' })).toEqual(['clientId']);
  });

  it('refuses an empty text and an unknown kind', () => {
    expect(refused({ text: '' })).toEqual(['text']);
    expect(refused({ kind: 'event' })).toEqual(['kind']);
  });
});
