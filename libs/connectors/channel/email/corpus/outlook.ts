/** Hand-made bytes of what Outlook and calendars send. */
export const rtf =
  "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator X;}Gr\\'fc\\'dfe\\par Where is {\\b my} order?\\par}";

export const calendarText = (method: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fernhill//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    'UID:pickup-1@example.com',
    'DTSTART;TZID=Europe/Berlin:20261123T100000',
    'DTEND;TZID=Europe/Berlin:20261123T110000',
    'SUMMARY:Pick-up',
    'LOCATION:Store',
    'ORGANIZER;CN=Olga:mailto:olga@example.com',
    ...(method === 'REPLY' ? ['ATTENDEE;CN=Anna;PARTSTAT=ACCEPTED:mailto:anna@example.com'] : []),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

interface Packed {
  body?: string;
  html?: string;
  rtf?: string;
  files?: [name: string, content: string][];
}

export function winmail({ body, html, rtf: rich, files = [] }: Packed): Buffer {
  const parts: Buffer[] = [Buffer.from('789f3e220100', 'hex')];
  if (body) parts.push(attribute(1, 0x0002800c, Buffer.from(`${body}\0`)));
  const properties: Buffer[] = [];
  if (html) properties.push(property(0x1013, 0x102, Buffer.from(html)));
  if (rich) properties.push(property(0x1009, 0x102, uncompressed(Buffer.from(rich, 'latin1'))));
  if (properties.length > 0)
    parts.push(attribute(1, 0x00069003, Buffer.concat([u32(properties.length), ...properties])));
  for (const [name, content] of files) {
    parts.push(attribute(2, 0x00069002, Buffer.alloc(14)));
    parts.push(attribute(2, 0x00018010, Buffer.from(`${name.slice(0, 5)}~1\0`)));
    parts.push(attribute(2, 0x0006800f, Buffer.from(content)));
    const long = property(0x3707, 0x1f, Buffer.from(`${name}\0`, 'utf16le'));
    parts.push(attribute(2, 0x00069005, Buffer.concat([u32(1), long])));
  }
  return Buffer.concat(parts);
}

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

function attribute(level: number, id: number, data: Buffer): Buffer {
  const checksum = Buffer.alloc(2);
  checksum.writeUInt16LE(data.reduce((sum, byte) => (sum + byte) & 0xffff, 0));
  return Buffer.concat([Buffer.from([level]), u32(id), u32(data.length), data, checksum]);
}

function property(id: number, type: number, data: Buffer): Buffer {
  return Buffer.concat([
    u32(id * 0x10000 + type),
    u32(1),
    u32(data.length),
    data,
    Buffer.alloc((4 - (data.length % 4)) % 4),
  ]);
}

const uncompressed = (data: Buffer): Buffer =>
  Buffer.concat([u32(data.length + 12), u32(data.length), u32(0x414c454d), u32(0), data]);
