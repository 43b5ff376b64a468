import type { Element } from './html-tree';
import { elementsOf } from './html-tree';

/** Fonts up to this many pixels or points cannot be read. */
const UNREADABLE_FONT = 1;
/** Two colours nearer than this per channel look the same. */
const SAME_COLOUR = 12;
const COLOURS: Record<string, string> = { white: '#ffffff', black: '#000000', snow: '#fffafa', ivory: '#fffff0' };
const MAX_CSS = 100_000;
type Rgb = [number, number, number];
const WHITE: Rgb = [255, 255, 255];

/** The topmost elements of a mail that a person cannot see although they hold words. */
export function hiddenElements(root: Element): Set<Element> {
  const rules = classRules(root);
  const hidden = new Set<Element>();
  const visit = (element: Element, colour: Rgb | null, background: Rgb): void => {
    for (const child of element.children) {
      if (typeof child === 'string' || child.tag === 'style' || child.tag === 'head') continue;
      const style = styleOf(child, rules);
      const ownBackground = style.background ?? style['background-color'] ?? child.attrs.bgcolor;
      const behind = ownBackground === undefined ? background : (colourOf(ownBackground) ?? [-1, -1, -1]);
      const ink = colourOf(style.color ?? (child.tag === 'font' ? child.attrs.color : undefined)) ?? colour;
      const invisible = isHidden(child, style) || (ink !== null && isSame(ink, behind) && hasOwnWords(child));
      if (invisible && hasWords(child)) hidden.add(child);
      else visit(child, ink, behind);
    }
  };
  visit(root, null, WHITE);
  return hidden;
}

type Style = Record<string, string>;

function isHidden(element: Element, style: Style): boolean {
  if ('hidden' in element.attrs) return true;
  if (style.display === 'none' || style.visibility === 'hidden' || style['mso-hide'] === 'all') return true;
  const font = /^([\d.]+)(px|pt|em|rem|%)?$/.exec(style['font-size'] ?? '');
  if (font && (font[2] === 'em' || font[2] === 'rem' ? Number(font[1]) < 0.1 : Number(font[1]) <= UNREADABLE_FONT))
    return true;
  if (/^0?\.?0+%?$/.test(style.opacity ?? '')) return true;
  if (/^0(px|pt|em)?$/.test(style['max-height'] ?? style.height ?? '') && style.overflow === 'hidden') return true;
  return [style['text-indent'], style.left, style.top, style['margin-left']].some((it) => /^-\d{3,}/.test(it ?? ''));
}

function styleOf(element: Element, rules: Map<string, Style>): Style {
  const style: Style = {};
  const names = (element.attrs.class ?? '').split(/\s+/).map((it) => `.${it}`);
  for (const selector of [...names, `#${element.attrs.id ?? ''}`]) Object.assign(style, rules.get(selector));
  return Object.assign(style, declarations(element.attrs.style ?? ''));
}

function declarations(text: string): Style {
  const style: Style = {};
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon <= 0) continue;
    const value = declaration
      .slice(colon + 1)
      .replace(/!important/i, '')
      .trim()
      .toLowerCase();
    style[declaration.slice(0, colon).trim().toLowerCase()] = value;
  }
  return style;
}

/** Rules of style sheets for one class or id; those for certain screens only (@media) do not count. */
function classRules(root: Element): Map<string, Style> {
  const rules = new Map<string, Style>();
  for (const element of elementsOf(root)) {
    if (element.tag !== 'style') continue;
    const css = topLevelRules(element.children.filter((it) => typeof it === 'string').join(''));
    for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]{1,300})\{([^{}]*)\}/g)) {
      for (const selector of selectors.split(',').map((it) => it.trim().replace(/^[a-z]+(?=[.#])/i, ''))) {
        if (/^[.#][\w-]+$/.test(selector)) rules.set(selector, { ...rules.get(selector), ...declarations(body) });
      }
    }
  }
  return rules;
}

/** Without comments and blocks inside blocks. */
function topLevelRules(css: string): string {
  let depth = 0;
  let inAtRule = false;
  let kept = '';
  for (const piece of css
    .slice(0, MAX_CSS)
    .replace(/\/\*[^]*?\*\//g, '')
    .split(/([{}])/)) {
    if (depth === 0 && piece !== '{' && piece !== '}') inAtRule = piece.trimStart().startsWith('@');
    if (piece === '{') depth++;
    if (!inAtRule) kept += piece;
    if (piece === '}') depth = Math.max(0, depth - 1);
  }
  return kept;
}

function colourOf(value: string | undefined): Rgb | null {
  const text = COLOURS[value?.trim().toLowerCase() ?? ''] ?? value?.trim().toLowerCase() ?? '';
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})\b/.exec(text)?.[1];
  if (hex) {
    const full = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
    return [0, 2, 4].map((at) => parseInt(full.slice(at, at + 2), 16)) as Rgb;
  }
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(text);
  return rgb ? [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])] : null;
}

const isSame = (a: Rgb, b: Rgb): boolean => a.every((channel, at) => Math.abs(channel - (b[at] ?? 0)) <= SAME_COLOUR);
const hasOwnWords = (element: Element): boolean => element.children.some((it) => typeof it === 'string' && isWords(it));

function hasWords(element: Element): boolean {
  if (hasOwnWords(element)) return true;
  for (const inner of elementsOf(element)) if (hasOwnWords(inner)) return true;
  return false;
}

const isWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
