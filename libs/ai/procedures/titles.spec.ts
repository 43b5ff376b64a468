import { behind, titlesIn } from './titles';

const lamp = { title: 'Lamp' };
const deskLamp = { title: 'Desk Lamp' };
const rug = { title: 'Wool Rug' };

describe('titles in a message', () => {
  const found = (text: string): string[] =>
    titlesIn(text, [lamp, deskLamp, rug]).mentions.map(({ thing, denied }) =>
      denied ? `not ${thing.title}` : thing.title,
    );

  it('finds whole titles, the longer one first, misspelt or in the plural', () => {
    expect(found('the desk lamp to white')).toEqual(['Desk Lamp']);
    expect(found('the lamp and the desk lamp')).toEqual(['Lamp', 'Desk Lamp']);
    expect(found('two wool rugs and a dekslamp')).toEqual(['Wool Rug']);
    expect(found('the dsek lamp, the wool rug').slice(1)).toEqual(['Wool Rug']);
    expect(found('something woollen')).toEqual([]);
  });

  it('knows which one was not meant', () => {
    expect(found('not the lamp, the wool rug')).toEqual(['not Lamp', 'Wool Rug']);
  });

  it('tells what is said of each', () => {
    const told = titlesIn('the lamp to red and small, the wool rug to 2m', [lamp, deskLamp, rug]);
    expect(behind(told, lamp)).toEqual(['to', 'red', 'and', 'small', 'the']);
    expect(behind(told, rug)).toEqual(['to', '2m']);
  });
});
