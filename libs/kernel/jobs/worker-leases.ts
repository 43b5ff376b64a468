import { Injectable } from '@nestjs/common';

/** Says which workers live. */
@Injectable()
export class WorkerLeases {}
