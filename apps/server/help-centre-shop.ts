import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TicketService } from '@satchel/desk';
import { WorkspaceService } from '@satchel/identity';
import { AppError, Clock, type Ctx, Database } from '@satchel/kernel';
import { HelpCentreHost, type Shop } from '@satchel/knowledge';

const COLOUR = '#2f6f5e';
const KEPT_MS = 15_000;

/** Whose help centre this is, and who reads what its contact form says: the help centre knows neither room. */
@Injectable()
export class HelpCentreShop implements OnModuleInit {
  private known: { at: number; shops: (Shop & { slug: string })[] } = { at: 0, shops: [] };

  constructor(
    private readonly host: HelpCentreHost,
    private readonly workspaces: WorkspaceService,
    private readonly tickets: TicketService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.host.shopOf = (host) => this.shopOf(host);
    this.host.contact = (ctx, { name, email, subject, text }) =>
      this.open(ctx, { customer: { email, ...(name ? { name } : {}) }, subject, text });
  }

  /** "fernhill.help.example" is of the workspace "fernhill"; any other address of the first one. */
  private async shopOf(host: string): Promise<Shop | null> {
    const now = this.clock.now().getTime();
    if (this.known.shops.length === 0 || now - this.known.at > KEPT_MS) {
      const list = await this.workspaces.list(this.database.system());
      this.known = {
        at: now,
        shops: list.map(({ id, slug, name, settings }) => {
          const { helpCentre } = settings as { helpCentre?: { colour?: unknown } };
          const colour = typeof helpCentre?.colour === 'string' ? helpCentre.colour : COLOUR;
          return { workspaceId: id, slug, name, colour };
        }),
      };
    }
    const label = host.split(':')[0]?.split('.')[0]?.toLowerCase();
    return this.known.shops.find(({ slug }) => slug === label) ?? this.known.shops[0] ?? null;
  }

  /** By mail where the shop has one, so that an answer goes back by mail. */
  private async open(ctx: Ctx, request: Parameters<TicketService['create']>[1]): Promise<void> {
    try {
      await this.tickets.create(ctx, { ...request, channel: 'email' });
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      await this.tickets.create(ctx, request);
    }
  }
}
