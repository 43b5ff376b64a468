import { DEFAULT_COLOR, readColor, textOn } from '../lib/contrast';
import type { Launcher, Look } from '../shell';
import { LABELS } from './labels';
import css from './launcher.css?inline';
import type { Settings } from './settings';

const SVG = 'http://www.w3.org/2000/svg';
const BUBBLE = 'M4 12a8 8 0 1 1 3.6 6.7L4 20l1.2-3.4A7.9 7.9 0 0 1 4 12ZM9 11h6M9 14.5h3.5';
const DOWN = 'M6 9.5l6 6 6-6';

export interface Painted extends Launcher {
  host: HTMLElement;
  root: ShadowRoot;
  button: HTMLButtonElement;
}

/** Draws the button in a tree of its own, fixed on the screen, so that nothing of the page moves. */
export function paintLauncher(settings: Settings, remembered: Look | null): Painted {
  const host = document.createElement('satchel-chat');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];

  const frame = document.createElement('div');
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-label', 'Chat');
  frame.lang = settings.language.words;
  frame.dir = settings.language.direction;
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-label', LABELS[settings.language.words]);
  button.className = 'launcher';
  const badge = document.createElement('span');
  badge.className = 'badge';
  badge.setAttribute('aria-hidden', 'true');
  button.append(icon(BUBBLE), icon(DOWN), badge);
  frame.append(button);
  root.append(frame);

  const dress = (look: Look): void => {
    const color = settings.color ?? readColor(look.color) ?? DEFAULT_COLOR;
    host.style.setProperty('--accent', color);
    host.style.setProperty('--on-accent', textOn(color));
    frame.className = `frame ${settings.position ?? look.position}`;
  };
  dress(remembered ?? { color: DEFAULT_COLOR, position: 'right' });

  return {
    host,
    root,
    button,
    dress,
    focus: () => button.focus(),
    tell: ({ open, unread, label }) => {
      button.setAttribute('aria-expanded', String(open));
      button.setAttribute('aria-label', label);
      badge.textContent = unread && !open ? (unread > 99 ? '99+' : String(unread)) : '';
    },
  };
}

function icon(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
