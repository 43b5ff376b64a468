import type { MessageBody } from '@satchel/contracts';
import { AppError } from '@satchel/kernel';

const STATUS: Record<string, number> = {
  not_found: 404,
  bad_attachment: 422,
  blocked_attachment: 422,
  unknown_destination: 422,
  unknown_template: 422,
  too_long: 422,
  no_files: 422,
  no_copies: 422,
  no_choices: 422,
  no_templates: 422,
};

/** The message of an accepted reply; a refusal becomes the problem that the API answers. */
export function accepted(
  result: { ok: true; message: MessageBody } | { ok: false; code: string; message: string },
): MessageBody {
  if (result.ok) return result.message;
  throw new AppError(result.code, STATUS[result.code] ?? 409, result.message);
}
