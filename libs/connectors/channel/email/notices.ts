import type { ChannelAddress } from '../../port';
import type { Part } from './mime/part';
import { misleadingName } from './people';
import { protectionNotice } from './protection';

const REPORTS: Record<string, string> = {
  'delivery report': 'A report about a mail that was not delivered; it cannot be matched to one of our messages.',
  complaint: 'The recipient of a mail marked it as spam.',
  'read receipt': 'A mail program tells that a mail was displayed.',
};

/** What a reader should know beyond the words, one plain sentence each. */
export function noticesOf(mail: {
  root: Part;
  from: ChannelAddress;
  text: string;
  hides: boolean;
  truncated: boolean;
  /** Which kind of report this is, if any. */
  report: string | null;
}): string[] {
  const claimed = misleadingName(mail.from);
  return [
    mail.report === null ? null : (REPORTS[mail.report] ?? null),
    mail.truncated ? 'Too large: only the beginning of this mail was kept.' : null,
    protectionNotice(mail.root, mail.text),
    mail.hides ? 'Holds text that a person cannot see; it was left out.' : null,
    claimed === null ? null : `The sender’s name shows another address (${claimed}) than the mail came from.`,
  ].filter((it): it is string => it !== null);
}
