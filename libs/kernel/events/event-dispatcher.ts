import { Injectable } from '@nestjs/common';

/** Turns events into one job per durable subscriber. */
@Injectable()
export class EventDispatcher {}
