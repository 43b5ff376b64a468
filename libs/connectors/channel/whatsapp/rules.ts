import { ConnectorError, type Outbound } from '../../port';
import type { Transport } from './transport';

export const NETWORK = 'whatsapp:';

type Limited = Pick<Transport, 'limits' | 'captionChars'>;

/** What WhatsApp or its transport would refuse anyway, refused in words before anything leaves. */
export function refuseUnsendable(outbound: Outbound, transport: Limited): void {
  const reason = outbound.template ? null : contentProblem(outbound, transport);
  const known = /^\+\d{7,15}$/.test(outbound.to.address) || outbound.to.address.startsWith(NETWORK);
  const problem = known ? reason : 'WhatsApp messages go to phone numbers and WhatsApp accounts only.';
  if (problem) throw new ConnectorError('rejected', problem);
}

function contentProblem({ text, files }: Outbound, { limits, captionChars }: Limited): string | null {
  const [file, ...more] = files;
  const { maxChars, maxFileBytes } = limits;
  if (more.length > 0) return 'WhatsApp takes one file in a message.';
  if (!file && text === '') return 'There is nothing to send.';
  if (maxChars !== null && text.length > maxChars) {
    return `A WhatsApp message holds ${maxChars} characters; this one has ${text.length}.`;
  }
  if (file && text.length > captionChars) {
    return `Beside a file WhatsApp takes ${captionChars} characters; this text has ${text.length}. Send them apart.`;
  }
  if (file && maxFileBytes !== null && file.content.length > maxFileBytes) {
    return `"${file.filename}" is larger than ${Math.floor(maxFileBytes / 1024 / 1024)} MB.`;
  }
  return null;
}

/** Answers that cannot be buttons stand below the text. */
export function withChoicesAsLines(outbound: Outbound): Outbound {
  const lines = outbound.choices.map((choice) => `- ${choice}`);
  return { ...outbound, text: [outbound.text, ...lines].filter(Boolean).join('\n'), choices: [] };
}
