const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (it) => ENTITIES[it] ?? it);

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
  body { max-width: 26rem; margin: 12vh auto; padding: 0 1rem; color: #1f2421; font: 16px/1.5 system-ui, sans-serif }
  button { padding: .6rem 1.2rem; border: 1px solid #4b5550; border-radius: .4rem; background: #fff; font: inherit }
  button[value=allow] { background: #1f5f46; color: #fff }
</style>
<main><h1>${escaped(title)}</h1>${body}</main>
</html>
`;

/** Asks a person for what an application wants; `id` names the request in the form. */
export const consentPage = (id: string, account: string, scope: string): string =>
  page(
    'Sandbox sign-in',
    `<p>An application wants to use the mailbox <strong>${escaped(account)}</strong>:</p>
<ul>${scope
      .split(' ')
      .map((one) => `<li>${escaped(one)}</li>`)
      .join('')}</ul>
<form method="post" action="/oauth/authorize">
<input type="hidden" name="request" value="${escaped(id)}">
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</form>`,
  );

/** What cannot be sent back to the application: it might not be the one that asked. */
export const refusalPage = (code: string, reason: string): string =>
  page('Sandbox sign-in', `<p>Error 400: ${escaped(code)}</p><p>${escaped(reason)}</p>`);
