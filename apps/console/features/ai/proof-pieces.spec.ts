import type { EvidenceSpanBody } from '@satchel/contracts';
import { proofPieces } from './proof-pieces';

const text = 'Hi Anna,\n\nYour order #1001 is on its way with UPS.';
const span = (words: string, label = words): EvidenceSpanBody => ({
  from: text.indexOf(words),
  to: text.indexOf(words) + words.length,
  text: words,
  kind: 'text',
  source: { tool: 'find_orders', path: 'orders[0]', label, value: words },
});

describe('a text and what it rests on', () => {
  it('is cut where the proofs stand, and says the same', () => {
    const pieces = proofPieces(text, [span('UPS'), span('#1001')]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ proofs }) => proofs.length > 0).map((piece) => piece.text)).toEqual(['#1001', 'UPS']);
  });
  it('holds what lies within another proof together with it', () => {
    const pieces = proofPieces(text, [span('order #1001 is on its way', 'State'), span('#1001', 'Order')]);
    expect(pieces.find(({ proofs }) => proofs.length > 0)).toMatchObject({
      text: 'order #1001 is on its way',
      proofs: [{ label: 'State' }, { label: 'Order' }],
    });
    expect(pieces).toHaveLength(3);
  });
  it('names a source once, and never too many', () => {
    const many = Array.from({ length: 9 }, (_one, n) => span('#1001', `Fact ${n}`));
    expect(proofPieces(text, [span('UPS'), span('UPS')]).find(({ proofs }) => proofs.length > 0)?.proofs).toHaveLength(
      1,
    );
    expect(proofPieces(text, many).find(({ proofs }) => proofs.length > 0)?.proofs).toHaveLength(4);
  });
  it('proves nothing in a text that a person changed', () => {
    const changed = text.replace('Anna', 'Annabelle');
    expect(proofPieces(changed, [span('UPS')])).toEqual([{ text: changed, proofs: [] }]);
    expect(proofPieces('', [span('UPS')])).toEqual([]);
  });
});
