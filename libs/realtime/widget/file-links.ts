import { timingSafeEqual } from 'node:crypto';
import type { WidgetFileBody } from '@satchel/contracts';
import { Clock, Secrets } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

/** As long as a browser needs to begin with it; who keeps the address keeps nothing. */
const GOOD_FOR_MS = 5 * 60_000;

/** Addresses of files that work without signing in, for minutes, for this chat alone. */
@Injectable()
export class FileLinks {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  of(chat: { connectionId: string; baseUrl: string }, file: Omit<WidgetFileBody, 'url'>): WidgetFileBody {
    const { id, filename, contentType, size } = file;
    const until = String(this.clock.now().getTime() + GOOD_FOR_MS);
    const path = `/api/widget/${chat.connectionId}/files/${id}?until=${until}&sig=${this.sign(chat.connectionId, id, until)}`;
    return { id, filename, contentType, size, url: `${chat.baseUrl}${path}` };
  }

  isGood(connectionId: string, id: string, until: string, sig: string): boolean {
    const signed = Buffer.from(this.sign(connectionId, id, until));
    const shown = Buffer.from(sig);
    if (shown.length !== signed.length || !timingSafeEqual(shown, signed)) return false;
    return Number(until) > this.clock.now().getTime();
  }

  private sign(connectionId: string, id: string, until: string): string {
    return this.secrets.sign('widget.file', `${connectionId} ${id} ${until}`);
  }
}
