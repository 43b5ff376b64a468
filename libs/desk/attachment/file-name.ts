const MAX_NAME = 200;

/** A name is shown and offered for saving, never used as a path; and nothing in it misleads the eye. */
export function cleanName(name: string): string {
  const last =
    name
      .split(/[/\\]/)
      .filter((part) => part.trim() !== '')
      .at(-1) ?? '';
  // Control characters, marks that turn the direction of reading ("exe.jpg"), halves of a character.
  const clean = last.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cs}]/gu, '_').trim();
  return /^\.*$/.test(clean) ? 'file' : shortened(clean);
}

/** The end of a name tells what it is: what is too long loses its middle. */
function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= MAX_NAME) return name;
  const end = /\.[^.]{1,12}$/.exec(name)?.[0] ?? '';
  return characters.slice(0, MAX_NAME - [...end].length).join('') + end;
}

/** RFC 6266: a plain name for old programs, the real one (RFC 8187) for the others. */
export function contentDisposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const real = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${real}`;
}
