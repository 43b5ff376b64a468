import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

export interface Shop {
  workspaceId: string;
  name: string;
  /** Its accent, "#1f6feb". */
  colour: string;
}

export interface ContactRequest {
  name: string;
  email: string;
  subject: string;
  text: string;
}

/** What the help centre needs of rooms that it does not know; the server fills it in. */
@Injectable()
export class HelpCentreHost {
  /** Whose help centre an address belongs to; null: nobody's. */
  shopOf: (host: string) => Promise<Shop | null> = () => Promise.resolve(null);

  /** Hands a message to the desk; null: there is none, and no form is shown. */
  contact: ((ctx: Ctx, request: ContactRequest) => Promise<void>) | null = null;
}
