import type { Part } from './mime/part';

const ENCRYPTED = 'Encrypted: only the holder of the key can read what it says.';
const SIGNED = 'Signed by its sender; the signature was not checked.';

/** What a reader should know of PGP and S/MIME: their parts are kept as files, nothing is opened or checked. */
export function protectionNotice(root: Part, text: string): string | null {
  const nodes = allParts(root);
  const isEncrypted = nodes.some(
    (it) =>
      it.type === 'multipart/encrypted' ||
      it.type === 'application/pgp-encrypted' ||
      (/^application\/(?:x-)?pkcs7-mime$/.test(it.type) && !/signed|certs/i.test(it.params['smime-type'] ?? '')),
  );
  if (isEncrypted || text.includes('-----BEGIN PGP MESSAGE-----')) return ENCRYPTED;
  const isSigned = nodes.some(
    (it) =>
      it.type === 'multipart/signed' ||
      /^application\/(?:pgp-signature|(?:x-)?pkcs7-signature|(?:x-)?pkcs7-mime)$/.test(it.type),
  );
  return isSigned || text.includes('-----BEGIN PGP SIGNED MESSAGE-----') ? SIGNED : null;
}

function allParts(part: Part): Part[] {
  return [part, ...part.parts.flatMap(allParts)];
}
