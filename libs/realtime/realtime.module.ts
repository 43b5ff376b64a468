import { DeskModule } from '@satchel/desk';
import { IdentityModule } from '@satchel/identity';
import { Module } from '@nestjs/common';
import { ConsoleChangesReader } from './console/console-changes';
import { ConsoleGateway } from './console/console.gateway';

@Module({ imports: [IdentityModule, DeskModule], providers: [ConsoleChangesReader, ConsoleGateway] })
export class RealtimeModule {}
