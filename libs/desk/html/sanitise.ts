import sanitizeHtml from 'sanitize-html';

const TAGS = [...sanitizeHtml.defaults.allowedTags, 'img', 'del', 'ins', 'center', 'font', 'h1', 'h2'];

/**
 * HTML from outside, made safe to store and show: an allow-list of tags and attributes, no script, no style block,
 * no form, no frame, links only to web and mail. Pictures keep their address; the console asks before it loads them.
 */
export function sanitise(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: TAGS,
    allowedAttributes: {
      '*': ['style', 'align', 'valign', 'dir', 'lang', 'title', 'width', 'height', 'bgcolor', 'color'],
      a: ['href', 'name', 'title', 'rel', 'target'],
      img: ['src', 'alt', 'width', 'height', 'title'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'cid'] },
    allowProtocolRelative: false,
    allowedStyles: {
      '*': {
        color: [/^[#a-z0-9(),.% ]+$/i],
        'background-color': [/^[#a-z0-9(),.% ]+$/i],
        'text-align': [/^(left|right|center|justify)$/],
        'font-weight': [/^\w+$/],
        'font-style': [/^\w+$/],
        'font-size': [/^[\d.]+(px|pt|em|rem|%)$/],
        'text-decoration': [/^[\w ]+$/],
      },
    },
    transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow', target: '_blank' }) },
    nestingLimit: 100,
  });
}
