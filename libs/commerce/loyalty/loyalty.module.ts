import { ConnectorsModule } from '@satchel/connectors';
import { Module } from '@nestjs/common';
import { Answers } from '../context/answers';
import { Loyalty } from './loyalty.service';

/** Apart from the rest of the room: whoever greets somebody needs no orders. What was answered is kept once for both. */
@Module({ imports: [ConnectorsModule], providers: [Answers, Loyalty], exports: [Answers, Loyalty] })
export class LoyaltyModule {}
