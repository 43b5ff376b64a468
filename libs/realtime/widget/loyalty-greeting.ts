import type { WidgetSessionBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

/** What a known customer is greeted with. No loyalty system is connected yet, so there is nothing to say. */
@Injectable()
export class LoyaltyGreeting {
  async of(_ctx: Ctx, _customerId: string): Promise<WidgetSessionBody['loyalty']> {
    return null;
  }
}
