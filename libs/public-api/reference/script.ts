/**
 * Draws the document in the reader's browser. Served as it stands, so it is plain JavaScript; every text reaches the page
 * as a text node. `String.raw` keeps its backslashes.
 */
export const SCRIPT = String.raw`'use strict';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const DEPTH = 6; // how far a schema is opened: ours are flatter, a circular one must end somewhere

function el(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props || {})) {
    if (key in node && typeof value !== 'string') node[key] = value;
    else node.setAttribute(key === 'className' ? 'class' : key, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

// The little Markdown that descriptions use: paragraphs, bold, code.
function prose(text) {
  return String(text).split(/\n\n+/).map((block) => el('p', {}, block.split(/(\*\*[^*]+\*\*|\x60[^\x60]+\x60)/).map((part) => {
    if (part.startsWith('**')) return el('strong', {}, part.slice(2, -2));
    if (part.startsWith('\x60')) return el('code', {}, part.slice(1, -1));
    return part;
  })));
}

function reader(doc) {
  const resolve = (schema) => {
    if (!schema) return {};
    if (schema.$ref) return resolve(schema.$ref.split('/').slice(1).reduce((at, key) => at && at[key], doc));
    if (schema.allOf) {
      const { allOf, ...rest } = schema;
      return allOf.map(resolve).reduce((all, one) => ({ ...all, ...one,
        properties: { ...all.properties, ...one.properties }, required: [...(all.required || []), ...(one.required || [])] }), rest);
    }
    const union = schema.anyOf || schema.oneOf;
    if (union) {
      const some = union.filter((each) => each.type !== 'null');
      return { ...resolve(some[0]), ...(schema.description && { description: schema.description }),
        orNull: some.length < union.length, alternatives: some.length };
    }
    return schema;
  };
  const typesOf = (schema) => [].concat(schema.type || (schema.properties ? 'object' : [])).filter((type) => type !== 'null');
  const typeName = (schema) => {
    const types = typesOf(schema);
    const nullable = schema.orNull || [].concat(schema.type || []).includes('null');
    let name = types.join(' | ') || 'anything';
    if (types[0] === 'array') name = 'list of ' + typeName(resolve(schema.items));
    if (schema.format) name = schema.format;
    return nullable ? name + ' or null' : name;
  };
  const example = (given, depth = 0) => {
    const schema = resolve(given);
    if (schema.example !== undefined) return schema.example;
    if (schema.default !== undefined) return schema.default;
    if (schema.enum) return schema.enum[0];
    const type = typesOf(schema)[0];
    if (type === 'object') {
      if (depth > DEPTH) return {};
      return Object.fromEntries(Object.entries(schema.properties || {}).map(([key, value]) => [key, example(value, depth + 1)]));
    }
    if (type === 'array') return depth > DEPTH ? [] : [example(schema.items, depth + 1)];
    if (type === 'integer' || type === 'number') return schema.minimum || 1;
    if (type === 'boolean') return true;
    if (type === undefined || (schema.orNull && !schema.properties)) return null;
    return { uuid: '019a5f0e-6d3c-7c9e-8f59-0a4f1f6f2b11', 'date-time': '2026-01-31T09:30:00.000Z', date: '2026-01-31',
      email: 'anna@example.com', uri: 'https://shop.example' }[schema.format] || 'text';
  };
  return { resolve, typeName, example };
}

function limits(schema) {
  const words = [];
  if (schema.enum) words.push('one of ' + schema.enum.filter((each) => each !== null).join(', '));
  if (schema.default !== undefined) words.push('default ' + JSON.stringify(schema.default));
  if (schema.minimum !== undefined) words.push('at least ' + schema.minimum);
  if (schema.maximum !== undefined) words.push('at most ' + schema.maximum);
  if (schema.minLength > 1) words.push('at least ' + schema.minLength + ' characters');
  if (schema.maxLength !== undefined) words.push('at most ' + schema.maxLength + ' characters');
  return words.join('; ');
}

function field(read, name, given, required, about, depth) {
  const schema = read.resolve(given);
  const inner = schema.type === 'array' ? read.resolve(schema.items) : schema;
  const text = [about || (given && given.description) || schema.description, limits(schema)].filter(Boolean).join(' · ');
  return el('li', {},
    el('span', { className: 'name' }, name), el('span', { className: 'type' }, read.typeName(schema)),
    required && el('span', { className: 'must' }, 'required'), text && el('div', { className: 'about' }, prose(text)),
    inner.properties && depth < DEPTH && el('details', {}, el('summary', {}, 'Fields'), fields(read, inner, depth + 1)));
}

function fields(read, given, depth = 0) {
  const schema = read.resolve(given);
  const inner = schema.type === 'array' ? read.resolve(schema.items) : schema;
  const required = new Set(inner.required || []);
  return el('ul', { className: 'fields' }, Object.entries(inner.properties || {}).map(([name, value]) =>
    field(read, name, value, required.has(name), '', depth)));
}

function sample(title, text) {
  const button = el('button', { type: 'button' }, 'Copy');
  button.addEventListener('click', async () => {
    try { await navigator.clipboard.writeText(text); button.textContent = 'Copied'; } catch { button.textContent = 'Select and copy'; }
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  });
  return el('div', { className: 'sample' }, el('header', {}, title, button), el('pre', { tabindex: '0' }, text));
}

const contentOf = (part) => Object.entries((part && part.content) || {})[0] || [];
const quote = (text) => "'" + text.replaceAll("'", "'\\''") + "'";

function curl(read, { method, path, op }) {
  const query = (op.parameters || []).filter((each) => each.in === 'query' && each.required)
    .map((each) => each.name + '=' + encodeURIComponent(String(read.example(each.schema)))).join('&');
  const lines = ['curl ' + (method === 'get' ? '' : '-X ' + method.toUpperCase() + ' ') + quote(location.origin + path + (query && '?' + query))];
  if (op.security && op.security.length > 0) lines.push('-H "Authorization: Bearer $SATCHEL_API_KEY"');
  const [type, body] = contentOf(op.requestBody);
  if (type === 'multipart/form-data') lines.push("-F 'file=@picture.jpg'");
  else if (body) lines.push('-H ' + quote('Content-Type: ' + type), '-d ' + quote(JSON.stringify(read.example(body.schema), null, 2)));
  return lines.join(' \\\n  ');
}

function responses(read, op) {
  return Object.entries(op.responses || {}).map(([status, response]) => {
    const [type, content] = contentOf(response);
    const inner = content && content.schema;
    return el('li', {}, el('span', { className: 'name' }, status === 'default' ? 'else' : status),
      el('span', { className: 'type' }, type || ''), response.description && el('div', { className: 'about' }, prose(response.description)),
      inner && el('details', {}, el('summary', {}, 'Fields'), fields(read, inner)));
  });
}

function operation(read, each) {
  const { id, method, path, op } = each;
  const parameters = op.parameters || [];
  const [bodyType, body] = contentOf(op.requestBody);
  const good = Object.entries(op.responses || {}).find(([status, one]) => status.startsWith('2') && one.content);
  const group = (title, place) => {
    const some = parameters.filter((one) => one.in === place);
    return some.length > 0 && [el('h4', {}, title), el('ul', { className: 'fields' },
      some.map((one) => field(read, one.name, one.schema, one.required, one.description, 0)))];
  };
  return el('section', { className: 'op', id, 'aria-labelledby': id + '-title' },
    el('div', {},
      el('h3', { id: id + '-title' }, op.summary || op.operationId),
      el('div', { className: 'route' }, el('span', { className: 'method ' + method }, method), el('code', {}, path),
        op.security && op.security.length === 0 && el('span', { className: 'mark' }, 'open to everyone'),
        op['x-role'] && el('span', { className: 'mark' }, op['x-role'])),
      op.description && prose(op.description),
      group('In the path', 'path'), group('In the query', 'query'), group('Headers', 'header'),
      body && [el('h4', {}, bodyType === 'application/json' ? 'Body' : 'Body (' + bodyType + ')'), fields(read, body.schema)],
      el('h4', {}, 'Answers'), el('ul', { className: 'fields' }, responses(read, op))),
    el('div', { className: 'samples' }, sample('Request', curl(read, each)),
      good && sample('Answer ' + good[0], JSON.stringify(read.example(contentOf(good[1])[1].schema), null, 2))));
}

function listOf(doc) {
  const all = [];
  for (const [path, item] of Object.entries(doc.paths)) {
    for (const method of METHODS) {
      const op = item[method];
      if (op) all.push({ id: op.operationId, method, path, op, tag: (op.tags || ['Other'])[0],
        words: [method, path, op.summary, op.tags].join(' ').toLowerCase() });
    }
  }
  return all;
}

function draw(doc) {
  const read = reader(doc);
  const main = document.getElementById('content');
  const nav = document.getElementById('nav');
  const all = listOf(doc);
  const tags = [...new Set([...(doc.tags || []).map((tag) => tag.name), ...all.map((each) => each.tag)])];
  main.replaceChildren(el('section', { id: 'overview' }, el('h1', {}, doc.info.title),
    el('p', { className: 'version' }, 'Version ' + doc.info.version + ' · OpenAPI ' + doc.openapi), prose(doc.info.description || '')));
  nav.replaceChildren();
  for (const tag of tags) {
    const mine = all.filter((each) => each.tag === tag);
    for (const each of mine) {
      each.link = el('a', { href: '#' + each.id }, el('span', { className: 'method ' + each.method }, each.method), each.op.summary || each.path);
      each.section = operation(read, each);
    }
    const parts = { nav: el('div', {}, el('h2', {}, tag), mine.map((each) => each.link)), main: el('section', {},
      el('h2', { className: 'tag' }, tag), mine.map((each) => each.section)), mine };
    nav.append(parts.nav);
    main.append(parts.main);
    mine.forEach((each) => { each.parts = parts; });
  }
  const filter = document.getElementById('filter');
  filter.addEventListener('input', () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const each of all) each.link.hidden = each.section.hidden = !words.every((word) => each.words.includes(word));
    for (const { parts } of all) parts.nav.hidden = parts.main.hidden = parts.mine.every((each) => each.link.hidden);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== filter) { event.preventDefault(); filter.focus(); }
  });
  const mark = () => all.forEach((each) => {
    if ('#' + each.id === location.hash) each.link.setAttribute('aria-current', 'true');
    else each.link.removeAttribute('aria-current');
  });
  addEventListener('hashchange', mark);
  mark();
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

fetch('/api/openapi.json')
  .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error('the server answered ' + answer.status))))
  .then(draw)
  .catch((error) => { document.getElementById('content').replaceChildren('The document could not be read: ' + error.message + '. Reload to try again.'); });
`;
