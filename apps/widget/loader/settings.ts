import { readColor } from '../lib/contrast';
import { chooseLanguage, type Language } from '../lib/language';

export interface Settings {
  key: string;
  origin: string;
  identity: string | null;
  language: Language;
  /** Stated on the tag: then the connection's own do not count. */
  color: string | null;
  position: 'right' | 'left' | null;
}

/** Reads the script tag. Null when it says no key: then there is nothing to show. */
export function readSettings(tag: HTMLScriptElement | null): Settings | null {
  const { key, identity, locale, color, position } = tag?.dataset ?? {};
  if (!tag?.src || !key) return null;
  return {
    key,
    origin: new URL(tag.src).origin,
    identity: identity || null,
    language: chooseLanguage({ stated: locale, page: document.documentElement.lang, browser: navigator.languages }),
    color: readColor(color),
    position: position === 'left' || position === 'right' ? position : null,
  };
}

/** Tag managers run scripts in ways that hide the tag; then it is found by its name. */
export function ownTag(): HTMLScriptElement | null {
  const current = document.currentScript;
  return current instanceof HTMLScriptElement
    ? current
    : document.querySelector<HTMLScriptElement>('script[src*="/widget.js"][data-key]');
}
