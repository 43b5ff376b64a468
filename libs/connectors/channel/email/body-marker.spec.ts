import { createHmac } from 'node:crypto';
import { newId } from '@satchel/kernel';
import { bodyMarker, readBodyMarker, withBodyMarker } from './body-marker';

const signer = (key: string) => (purpose: string, text: string) =>
  createHmac('sha256', `${key}${purpose}`).update(text).digest('hex');
const sign = signer('ours');
const ticketId = newId();

describe('the marker in the body', () => {
  it('is found in quoted HTML and in quoted text, whatever stands around it', () => {
    const html = withBodyMarker(sign, '<p>On its way.</p>', ticketId);
    expect(readBodyMarker(sign, `<p>Thanks</p><blockquote>${html}</blockquote>`)).toBe(ticketId);
    expect(readBodyMarker(sign, `Thanks\n\n> On its way.\n> ${bodyMarker(sign, ticketId).toUpperCase()}\n`)).toBe(
      ticketId,
    );
  });

  it('fits a quoted line, so that no mail program breaks it', () => {
    expect(bodyMarker(sign, 'ffffffff-ffff-ffff-ffff-ffffffffffff').length).toBeLessThan(70);
    expect(bodyMarker(sign, ticketId)).not.toMatch(/\s/);
  });

  it('stands inside the body of a whole document, once', () => {
    const html = withBodyMarker(sign, '<html><body><p>x</p></body></html>', ticketId);
    expect(html.indexOf('[ref:')).toBeLessThan(html.indexOf('</body>'));
    expect(html.match(/\[ref:/g)).toHaveLength(1);
  });

  it('is believed with our signature alone; a false one before it changes nothing', () => {
    expect(readBodyMarker(signer('theirs'), bodyMarker(sign, ticketId))).toBeNull();
    const forged = bodyMarker(sign, newId()).replace(/\.[^\]]+/, `.${'a'.repeat(16)}`);
    expect(readBodyMarker(sign, forged)).toBeNull();
    expect(readBodyMarker(sign, `${forged} ${bodyMarker(sign, ticketId)}`)).toBe(ticketId);
    expect(readBodyMarker(sign, '[ref:] [ref:a.b] no marker')).toBeNull();
  });

  it('looks at a bounded number of them', () => {
    const forged = bodyMarker(sign, newId()).replace(/\.[^\]]+/, `.${'a'.repeat(16)}`);
    expect(readBodyMarker(sign, forged.repeat(10_000) + bodyMarker(sign, ticketId))).toBeNull();
  });
});
