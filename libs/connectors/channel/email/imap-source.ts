/** Where a mail lies, in one word: `<folder>/<uidvalidity>/<uid>`. A folder's name may hold slashes itself. */
export interface ImapSource {
  folder: string;
  uidValidity: string;
  uid: number;
}

export const sourceOf = ({ folder, uidValidity, uid }: ImapSource): string => `${folder}/${uidValidity}/${uid}`;

export function readSource(source: string): ImapSource | null {
  const [, folder, uidValidity, uid] = /^(.+)\/(\d+)\/(\d+)$/s.exec(source) ?? [];
  return folder && uidValidity && uid ? { folder, uidValidity, uid: Number(uid) } : null;
}
