import { Module } from '@nestjs/common';
import { DeadJobController } from './dead-job/dead-job.controller';
import { EventController } from './event/event.controller';

@Module({ controllers: [EventController, DeadJobController] })
export class PublicApiModule {}
