import base from './base.css?inline';
import composer from './composer.css?inline';
import forms from './forms.css?inline';
import panel from './panel.css?inline';
import thread from './thread.css?inline';

/** A constructed sheet: a page that forbids inline styles lets it be. */
export function styles(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([base, panel, thread, composer, forms].join('\n'));
  return sheet;
}
