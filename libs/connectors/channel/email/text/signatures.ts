/** What phones and programs put under a mail by themselves. */
const SENT_FROM =
  /^(?:[-–—_*\s]*)(?:sent (?:from|via|by|with|using) (?:my |the |a )?.{1,60}|sent from .{0,40}|get outlook for (?:ios|android).*|download outlook for.*|von meinem .{2,30} gesendet|gesendet (?:von|mit|über) .{2,60}|diese nachricht wurde von meinem .{2,60}|envoyé (?:de|depuis|à partir de) .{2,60}|enviado (?:desde|do|a partir de|de) .{2,60}|inviato da .{2,60}|verzonden (?:vanaf|met|via|vanuit) .{2,60}|verstuurd vanaf .{2,60}|skickat från .{2,60}|sendt fra .{2,60}|lähetetty .{2,60}|wysłane z .{2,60}|wysłano z .{2,60}|odesláno z .{2,60}|odoslané z .{2,60}|отправлено (?:с|из) .{2,60}|надіслано з .{2,60}|εστάλη από .{2,60}|.{2,30}'(?:dan|den|tan|ten|mdan) gönderildi|trimis de pe .{2,60}|küldve .{2,60}|elküldve .{2,60}|发自我的.{1,40}|從我的.{1,30}傳送|發自我的.{1,40}|.{0,20}から送信|나의 .{1,30}에서 보냄|.{1,30}에서 보냄|gửi từ .{2,60}|dikirim dari .{2,60}|ส่งจาก.{2,60}|أرسلت من .{2,60}|נשלח מה.{2,60})$/iu;
const DELIMITER = /^--\s?$/;
const LONG_RULE = /^[_-]{10,}$/;
/** A signature is short; a delimiter far from the end is a line of the text. */
const MAX_SIGNATURE_LINES = 25;
/** What a mailing list adds below each mail. */
const MAX_FOOTER_LINES = 6;

/** Without the signature at the end, where it is marked as one (RFC 3676 4.3) or a program's own words. */
export function withoutSignature(text: string): string {
  let lines = text.trimEnd().split('\n');
  const delimiter = lines.findIndex((line) => DELIMITER.test(line));
  if (delimiter > 0 && lines.length - delimiter <= MAX_SIGNATURE_LINES) lines = lines.slice(0, delimiter);
  const footer = lines.findIndex((line) => /^_{20,}\s*$/.test(line));
  if (footer > 0 && lines.length - footer <= MAX_FOOTER_LINES && /https?:|@/.test(lines.slice(footer).join(' '))) {
    lines = lines.slice(0, footer);
  }
  for (;;) {
    const last = lines.at(-1)?.trim();
    if (last === undefined) break;
    const isOurs = last === '' || LONG_RULE.test(last) || (SENT_FROM.test(last) && standsAlone(lines));
    if (!isOurs) break;
    lines.pop();
  }
  return lines.join('\n');
}

/** "Sent from my warehouse" inside a sentence is the writer's own: the program's line stands after a blank or is alone. */
function standsAlone(lines: string[]): boolean {
  if (/, | is | was | are | and /i.test(lines.at(-1) ?? '')) return false;
  const before = lines.at(-2)?.trim() ?? '';
  const last = lines.at(-1)?.trim() ?? '';
  return (
    before === '' ||
    LONG_RULE.test(before) ||
    (last.length < 80 && /[.!?,)\p{L}\d]$/u.test(before) && !/[.!?]$/.test(last))
  );
}
