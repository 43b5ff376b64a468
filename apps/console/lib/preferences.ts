/** Small choices of this browser; storage may be forbidden, and then the default holds. */
type Preference = 'singleKeys' | 'panel' | 'copilot';

export function readPreference(name: Preference): string | null {
  try {
    return localStorage.getItem(`satchel.${name}`);
  } catch {
    return null;
  }
}

export function writePreference(name: Preference, value: string): void {
  try {
    localStorage.setItem(`satchel.${name}`, value);
  } catch {
    // A private window: the choice lasts until the page is left.
  }
}
