/** "a...n@e...e.com": enough for its owner to know it by, too little for anybody else. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [local, host] = [email.slice(0, at), email.slice(at + 1)];
  const dot = host.lastIndexOf('.');
  if (at < 1 || dot < 1) return '...';
  return `${ends(local)}@${ends(host.slice(0, dot))}${host.slice(dot)}`;
}

const EMAIL = /[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[\p{L}\d-]{2,}/gu;

/** A text with every mail address masked but those that are known to be the reader's. */
export function maskEmailsIn(text: string, known: readonly string[]): string {
  const own = new Set(known.map((one) => one.toLowerCase()));
  return text.replace(EMAIL, (email) => (own.has(email.toLowerCase()) ? email : maskEmail(email)));
}

function ends(word: string): string {
  return word.length < 3 ? `${word.slice(0, 1)}...` : `${word.slice(0, 1)}...${word.slice(-1)}`;
}
