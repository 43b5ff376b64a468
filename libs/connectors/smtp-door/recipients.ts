import { Injectable } from '@nestjs/common';
import { Database } from '@satchel/kernel';
import { Adapters } from '../connection/adapters.service';
import { ConnectionQueries, type ConnectionRow } from '../connection/connection.queries';
import type { ChannelAdapter } from '../port';

export interface Recipient {
  row: ConnectionRow;
  receive: NonNullable<ChannelAdapter['receive']>;
}

/** Whose mail an address is: `support+anything@shop.example` leads to `support@shop.example`. */
@Injectable()
export class Recipients {
  constructor(
    private readonly database: Database,
    private readonly connections: ConnectionQueries,
    private readonly adapters: Adapters,
  ) {}

  /** Null: a stranger, or a connection that takes nothing through this door. */
  async find(address: string): Promise<Recipient | null> {
    const row = await this.connections.rowByAddress(this.database.system(), spellings(address));
    if (row?.kind !== 'channel') return null;
    const adapter = this.adapters.of(row) as ChannelAdapter;
    const receive = adapter.receive?.bind(adapter);
    return receive ? { row, receive } : null;
  }
}

/** The address as it is, then without its plus part. */
export function spellings(address: string): string[] {
  const whole = address.trim().toLowerCase();
  const plain = whole.replace(/\+[^@]*(?=@[^@]*$)/, '');
  return plain === whole ? [whole] : [whole, plain];
}
