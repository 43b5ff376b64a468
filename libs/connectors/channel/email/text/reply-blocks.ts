/** "-----Original Message-----" as programs write it, by language. */
const ORIGINAL =
  "original message|original appointment|original-nachricht|ursprüngliche nachricht|originalnachricht|message d['’]origine|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|originalmeddelande|ursprungligt meddelande|oprindelig meddelelse|original meddelelse|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|pôvodná správa|eredeti üzenet|mesaj original|mesajul original|исходное сообщение|оригинальное сообщение|вихідне повідомлення|оригинално съобщение|αρχικό μήνυμα|orijinal mesaj|özgün ileti|izvorna poruka|izvirno sporočilo|algsõnum|sākotnējais ziņojums|pradinis laiškas|missatge original|thư gốc|pesan asli|ข้อความต้นฉบับ|原始邮件|原始郵件|原邮件|回复的原邮件|元のメッセージ|원본 메시지|원본 메일|الرسالة الأصلية|הודעה מקורית|پیام اصلی";
const FORWARDED =
  'forwarded message|forwarded by|weitergeleitete nachricht|message transféré|message transmis|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|vidarebefordrat meddelande|videresendt meddelelse|videresendt melding|välitetty viesti|przekazana wiadomość|treść przekazanej wiadomości|přeposlaná zpráva|preposlaná správa|továbbított üzenet|mesaj redirecționat|пересылаемое сообщение|пересланное сообщение|переслане повідомлення|препратено съобщение|προωθημένο μήνυμα|iletilmiş ileti|iletilen mesaj|proslijeđena poruka|转发的邮件|转发邮件|轉寄的郵件|轉寄訊息|転送メッセージ|전달된 메일|전달된 메시지|הודעה שהועברה|رسالة معاد توجيهها';
const BEGINS_FORWARDED =
  /^(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:réexpédié|transféré)|inizio messaggio inoltrato|inicio del mensaje reenviado|início da mensagem encaminhada|begin doorgestuurd bericht|vidarebefordrat brev|start på videresendt besked|start på videresendt melding|välitetty viesti alkaa|początek przekazywanej wiadomości|начало переадресованного сообщения|以下是转发的邮件|開始轉寄郵件|転送されたメッセージ|전달된 메시지 시작)\s*[:：]/iu;
const ORIGINAL_LINE = new RegExp(
  `^[-_=*\\s]{2,}(?:${ORIGINAL})[-_=*\\s]*$|^[-_=*\\s]{2,}(?:${ORIGINAL})[-_=*\\s]{2,}`,
  'iu',
);
const FORWARDED_LINE = new RegExp(`^[-_=*\\s]{2,}(?:${FORWARDED})\\b.{0,80}$|^[-_=*\\s]{2,}(?:${FORWARDED})`, 'iu');

const FROM =
  /^\W{0,3}(?:from|von|de|da|van|från|fra|lähettäjä|od|от|від|από|kimden|gönderen|feladó|de la|šalje|pošiljatelj|saatja|no|nuo|từ|dari|จาก|发件人|寄件者|寄件人|差出人|送信者|보낸 사람|보낸사람|من|מאת|از)\s*\W{0,3}[:：]/iu;
const SENT_OR_SUBJECT =
  /^\W{0,3}(?:sent|date|gesendet|datum|envoyé|date|enviado|enviada|fecha|data|inviato|verzonden|skickat|sendt|dato|lähetetty|päivämäärä|wysłano|odesláno|odoslané|дата|отправлено|надіслано|изпратено|στάλθηκε|ημερομηνία|gönderilme|gönderilen|tarih|elküldve|dátum|trimis|poslano|发送时间|寄件日期|傳送時間|日期|送信日時|日時|보낸 날짜|날짜|subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|тема|относно|θέμα|konu|tárgy|subiect|zadeva|主题|主旨|主題|件名|제목|الموضوع|נושא|موضوع|תאריך|التاريخ|نشر)\s*\W{0,3}[:：]/iu;
const FIELD_LINES = 8;

export type Block = 'original' | 'forwarded' | 'header';

/** Which kind of block that holds an earlier mail starts with this line, if any. */
export function blockAt(lines: string[], at: number): Block | null {
  const line = (lines[at] ?? '').replace(/\u00a0/g, ' ').trim();
  if (line === '' || line.length > 200) return null;
  if (BEGINS_FORWARDED.test(line) || FORWARDED_LINE.test(line)) return 'forwarded';
  if (ORIGINAL_LINE.test(line)) return 'original';
  return FROM.test(line) && isFieldBlock(lines, at) ? 'header' : null;
}

/** "From:" and at least two more fields close below it, a date or a subject among them. */
function isFieldBlock(lines: string[], at: number): boolean {
  const next = lines
    .slice(at + 1, at + 1 + FIELD_LINES)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const telling = next.slice(0, 5).filter((line) => SENT_OR_SUBJECT.test(line)).length;
  return (
    telling >= 2 ||
    (telling === 1 && next.slice(0, 4).filter((line) => /^\W{0,3}[\p{L} ]{1,20}\W{0,3}[:：]/u.test(line)).length >= 2)
  );
}

/** A subject that says "this is somebody else's mail". */
export const isForwardSubject = (subject: string | null): boolean =>
  /^\s*(?:(?:re|aw|sv|antw)\s*[:：]\s*)*(?:fwd?|wg|tr|rv|enc|i|vs|vb|doorst|pd|továbbítás|пер|fs|转发|轉寄|転送|전달)\s*[:：]/iu.test(
    subject ?? '',
  );

/** Below a line like this every help desk asks people to write nothing. */
export const isReplyMarker = (line: string): boolean =>
  /^[\s>]*(?:[-#_=*—–]{2,}\s*)?(?:please )?(?:type|write|reply|enter|add)\b.{0,40}\babove this line\b/i.test(line);
