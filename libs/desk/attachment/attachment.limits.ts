const MB = 1024 * 1024;

/** Limits of every workspace alike. What a vendor takes may be less: that is a trait of its channel. */

/** One upload: more than a mail provider would carry. */
export const MAX_UPLOAD_BYTES = 25 * MB;
/** One file that came in: larger ones stay with the raw message alone. */
export const MAX_INBOUND_FILE_BYTES = 40 * MB;
/** Files of one message: a customer's forty photos are evidence. */
export const MAX_INBOUND_FILES = 100;

export const megabytes = (bytes: number): string => `${Math.round((bytes / MB) * 10) / 10} MB`;

/** What a message may keep of the files that came with it, and one sentence for each that it may not. */
export function withinLimits<F extends { filename: string; content: unknown }>(
  files: readonly F[],
): { kept: F[]; notices: string[] } {
  const notices: string[] = [];
  const fitting = files.filter((file) => {
    const size = Buffer.isBuffer(file.content) ? file.content.length : 0;
    if (size <= MAX_INBOUND_FILE_BYTES) return true;
    notices.push(
      `"${file.filename}" (${megabytes(size)}) was left out: files up to ${megabytes(MAX_INBOUND_FILE_BYTES)} are kept.`,
    );
    return false;
  });
  const over = fitting.length - MAX_INBOUND_FILES;
  if (over > 0)
    notices.push(
      `${over} more ${over === 1 ? 'file was' : 'files were'} left out: a message keeps ${MAX_INBOUND_FILES}.`,
    );
  return { kept: fitting.slice(0, MAX_INBOUND_FILES), notices };
}
