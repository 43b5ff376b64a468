import { Injectable } from '@nestjs/common';

/** Runs jobs. */
@Injectable()
export class JobRunner {}
