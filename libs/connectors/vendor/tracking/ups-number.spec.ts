import { recogniseUps } from './ups-number';

describe('recogniseUps', () => {
  it.each([
    '1Z5R89390357567127',
    '1Z879E930346834440',
    '1Z410E7W0392751591',
    '1Z8V92A70367203024',
    ' 1 Z 8 V 9 2 A 7 0 3 6 7 2 0 3 0 2 4 ',
    '1ZXX3150YW44070023',
    '1z999aa10123456784',
  ])('knows %s by its check digit', (number) => expect(recogniseUps(number)).toBe(2));

  it.each(['1Z1111111111111111', '1Z999AA10123456785'])('sees only the shape in %s', (number) =>
    expect(recogniseUps(number)).toBe(1),
  );

  it.each(['2Z5R89390357567127', '1A5R89390357567127', '1Z999AA1012345678', '1Z999AA101234567844', '', '#1001'])(
    'leaves "%s" to others',
    (number) => expect(recogniseUps(number)).toBe(0),
  );
});
