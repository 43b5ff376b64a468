const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'video/mp4': 'mp4',
  'video/3gpp': '3gp',
  'video/quicktime': 'mov',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
  'text/csv': 'csv',
};

/** A content type without its parameters; a vendor's missing or odd one is plain bytes. */
export function plainType(contentType: unknown): string {
  const type = typeof contentType === 'string' ? (contentType.split(';')[0] ?? '').trim().toLowerCase() : '';
  return /^[a-z]+\/[\w.+-]{1,100}$/.test(type) ? type : 'application/octet-stream';
}

/** A name for a file that came without one: "picture-2.jpg". */
export function fileNameFor(contentType: string, number: number): string {
  const kind = contentType.split('/')[0] ?? '';
  const word = { image: 'picture', video: 'video', audio: 'audio' }[kind] ?? 'file';
  return `${word}-${number}.${EXTENSIONS[contentType] ?? 'bin'}`;
}
