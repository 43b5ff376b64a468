import type { Part } from '../mime/part';
import { leavesOf } from '../mime/part';

/** RFC 5965: somebody pressed "this is spam"; RFC 8098: a mail was displayed or deleted. */
const KINDS = [
  { kind: 'complaint', part: 'message/feedback-report', report: 'feedback-report' },
  { kind: 'read receipt', part: 'message/disposition-notification', report: 'disposition-notification' },
];

/** Reports that are no delivery reports; told by programs, written by no person. */
export function reportKind(root: Part): string | null {
  const leaves = leavesOf(root);
  const declared = root.type === 'multipart/report' ? root.params['report-type']?.toLowerCase() : undefined;
  return KINDS.find((it) => it.report === declared || leaves.some((leaf) => leaf.type === it.part))?.kind ?? null;
}
