/** How the page asks the sandbox, and says when that fails. Runs in the browser, first of its actions. */
export const callsJs = String.raw`
async function api(path, options) {
  const response = await fetch(path, options && options.body ? { ...options, headers: { 'content-type': 'application/json' }, body: JSON.stringify(options.body) } : options);
  const body = response.status === 204 ? null : await response.json();
  if (!response.ok) throw new Error(body && body.error ? body.error : 'The sandbox answered ' + response.status);
  return body;
}

let toastTimer;
function toast(text) {
  $('toast').textContent = text;
  $('toast').classList.add('show');
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => $('toast').classList.remove('show'), 3500);
}
const trying = (work) => (...args) => Promise.resolve(work(...args)).catch((error) => toast(error.message));
`;
