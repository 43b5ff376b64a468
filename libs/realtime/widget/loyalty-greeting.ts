import { Loyalty } from '@satchel/commerce';
import type { WidgetSessionBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

/** A chat opens without its greeting rather than late. */
const LIMIT_MS = 1_500;

/** What a customer of the loyalty programme is greeted with: their tier and points, in the programme's own words. */
@Injectable()
export class LoyaltyGreeting {
  constructor(private readonly programmes: Loyalty) {}

  /** `email`: one that the shop vouched for; what somebody typed shows nobody's points. */
  async of(ctx: Ctx, email: string): Promise<WidgetSessionBody['loyalty']> {
    const { members } = await this.programmes.byEmail(ctx, email, LIMIT_MS);
    const member = members.find((one) => one.state === 'member');
    return member ? { tier: member.tier, points: member.points, label: member.pointsLabel } : null;
  }
}
