import { storable } from './storable';

it('leaves out what no database keeps, however deep', () => {
  expect(storable({ 'a\0': ['b\0c', { d: '\ud800e 🙂' }], f: 1, g: null })).toEqual({
    a: ['bc', { d: 'e 🙂' }],
    f: 1,
    g: null,
  });
});
