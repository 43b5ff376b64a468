import { ConnectorsModule } from '@satchel/connectors';
import { Module } from '@nestjs/common';
import { Loyalty } from './loyalty.service';

/** Apart from the rest of the room: whoever greets somebody needs no orders. */
@Module({ imports: [ConnectorsModule], providers: [Loyalty], exports: [Loyalty] })
export class LoyaltyModule {}
