import { z } from 'zod';

/**
 * What a custom system says to us. Either a message of one of its customers:
 *   {"id": "m-1", "from": {"id" | "email" | "phone", "name"?, "verified"?}, "subject"?, "text", "html"?, "thread"?,
 *    "files"?: [{"filename", "contentType", "base64"}], "sentAt"?}
 * or what became of one of ours:
 *   {"type": "status", "messageId", "status": "sent" | "delivered" | "read" | "failed", "error"?}
 *
 * `id` is unique for ever; the same one again is the same message. `thread` names an earlier message of the talk, theirs
 * by its `id` or ours by the `id` that we sent (or that was answered to it), or several of them, the most telling first.
 * `verified`: their system knows that this customer wrote it. `messageId` is our `id`, or what was answered to it.
 */
const word = (max: number) => z.string().trim().min(1).max(max);

const sender = z
  .object({
    id: word(150).optional(),
    email: z.email().max(320).optional(),
    phone: word(40).optional(),
    name: z.string().max(200).nullish(),
    verified: z.boolean().optional(),
  })
  .refine((it) => [it.id, it.email, it.phone].some(Boolean), 'names no id, email or phone');

const file = z.object({
  filename: word(255),
  contentType: z.string().max(255).default('application/octet-stream'),
  base64: z.base64(),
});

const message = z
  .object({
    type: z.literal('message').optional(),
    id: word(200),
    from: sender,
    subject: z.string().max(1_000).nullish(),
    text: z.string().max(100_000).default(''),
    html: z.string().max(1_000_000).nullish(),
    thread: z.union([word(200), z.array(word(200)).max(50)]).nullish(),
    files: z.array(file).max(50).nullish(),
    sentAt: z.iso.datetime({ offset: true }).nullish(),
  })
  .refine((it) => it.text.trim() !== '' || (it.files ?? []).length > 0, 'holds neither a text nor a file');

const status = z.object({
  type: z.literal('status'),
  messageId: word(200),
  status: word(100),
  error: z.string().max(1_000).nullish(),
});

export type ApiMessage = z.infer<typeof message>;
export type ApiStatus = z.infer<typeof status>;

/** What was said, or why it cannot be understood, for whoever writes the other side. */
export function understand(body: unknown): { said: ApiMessage | ApiStatus } | { problem: string } {
  const isStatus = typeof body === 'object' && body !== null && (body as { type?: unknown }).type === 'status';
  const parsed = isStatus ? status.safeParse(body) : message.safeParse(body);
  if (parsed.success) return { said: parsed.data };
  const problems = parsed.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  return { problem: problems.join('; ') };
}
