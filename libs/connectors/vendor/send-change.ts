import { ConnectorError, type ConnectorDeps, type Write } from '../port';
import { sendOnce, type Answer } from './send-once';
import { refusalOf } from './vendor-http';

/**
 * One request that changes something at a vendor. A refusal (4xx) says that nothing happened; after a 5xx, a dead line or a
 * timeout nobody knows, and whoever asked looks before any second try.
 */
export async function sendChange(
  deps: ConnectorDeps,
  vendor: string,
  url: string,
  init: RequestInit,
  write: Write,
): Promise<Answer> {
  const answer = await sendOnce(deps, vendor, url, init, write.beforeCommit);
  if (answer.status >= 500) {
    throw new ConnectorError('uncertain', `${vendor} had trouble and may have done it all the same.`, {
      vendorCode: String(answer.status),
    });
  }
  return answer;
}

/** As `sendChange`, with each refusal by its status told as ConnectorError; for vendors that use statuses as RFC 9110 does. */
export async function sendPlainChange(
  deps: ConnectorDeps,
  vendor: string,
  url: string,
  init: RequestInit,
  write: Write,
  /** The vendor's own code and words out of a refusal's body. */
  told: (body: string) => { code?: string; message?: string } = () => ({}),
): Promise<Answer> {
  const answer = await sendChange(deps, vendor, url, init, write);
  if (answer.status >= 200 && answer.status < 300) return answer;
  const { code, message } = told(answer.text);
  const refusal = refusalOf(
    vendor,
    new Response(null, { status: answer.status, headers: answer.headers }),
    deps.now(),
    code,
  );
  if (refusal?.code === 'rejected' && message) {
    throw new ConnectorError('rejected', `${vendor} rejected the change: ${message}`, { vendorCode: code });
  }
  throw refusal ?? new ConnectorError('rejected', `${vendor} rejected the change.`, { vendorCode: code });
}
