import type { WidgetFileBody } from '@satchel/contracts';
import { AttachmentService } from '@satchel/desk';
import { Injectable } from '@nestjs/common';

/** Addresses of files for an `<img>`, which sends no token: good for minutes, on the host that the widget came from. */
@Injectable()
export class FileLinks {
  constructor(private readonly attachments: AttachmentService) {}

  of(chat: { baseUrl: string }, file: Omit<WidgetFileBody, 'url'>): WidgetFileBody {
    const { id, filename, contentType, size } = file;
    return { id, filename, contentType, size, url: chat.baseUrl + this.attachments.signedPath(id) };
  }
}
