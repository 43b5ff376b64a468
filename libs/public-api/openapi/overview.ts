/** The document's opening: what holds for every operation. Markdown, as OpenAPI has it. */
export const OVERVIEW = `What the console can do, this API can do: both use it.

**Authentication.** Send an API key with every request: \`Authorization: Bearer sk_…\`. An admin creates keys in the settings or with \`POST /api/v1/api-keys\`. A key belongs to one workspace and acts there as admin.

**Lists** answer \`{ data, nextCursor }\`. Pass \`nextCursor\` as \`cursor\` for the next page; it is null on the last. \`limit\` sets the page's size.

**Errors** are \`application/problem+json\` (RFC 9457): \`detail\` says what to do, \`code\` is stable for programs, \`errors\` names the fields, \`requestId\` finds the request in the log.

**Writes twice.** Send \`Idempotency-Key\` with a write and it is safe to send it again: the answer of the first time comes back for 24 hours, marked \`Idempotency-Replayed: true\`. The same key with another request is refused with 409, and so is a second one while the first is still running (then with \`Retry-After\`). A request that failed leaves nothing behind and may be sent again with its key.

**Following changes.** \`GET /api/v1/events\` gives everything that happened, in order. Keep \`nextCursor\` and pass it as \`after\`: nothing is missed and nothing comes twice.

Ids are UUIDs that sort by time. Times are ISO 8601 in UTC. Money is an integer of minor units (cents) with its currency.`;
