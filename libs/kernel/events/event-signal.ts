import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { randomUUID } from 'node:crypto';
import { Connections } from '../database/connections';
import { DATABASE_ACCESS, type DatabaseAccess } from '../database/access';
import { Log } from '../log/log';

const CHANNEL = 'satchel_event';
/** At most one NOTIFY per this many ms and process: each one takes a lock that all of the cluster's commits wait for. */
const NOTIFY_EVERY_MS = 20;
const RECONNECT_MS = 1_000;

/** Says "there may be new events": at once inside this process, by one coalesced NOTIFY to the others. */
@Injectable()
export class EventSignal implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners = new Set<() => void>();
  private readonly self = randomUUID();
  private notifyTimer: NodeJS.Timeout | undefined;
  private notifiedAt = 0;
  private ear: Client | undefined;
  private reconnectTimer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    @Inject(Connections) private readonly connections: Connections,
    @Inject(DATABASE_ACCESS) private readonly access: DatabaseAccess,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** Call after commit only. */
  raise(): void {
    this.wake();
    this.tellOthers();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.notifyTimer);
    clearTimeout(this.reconnectTimer);
    await this.ear?.end().catch(() => undefined);
  }

  private wake(): void {
    for (const listener of this.listeners) listener();
  }

  private tellOthers(): void {
    if (this.notifyTimer || this.closed) return;
    const wait = Math.max(0, this.notifiedAt + NOTIFY_EVERY_MS - Date.now());
    this.notifyTimer = setTimeout(() => {
      this.notifyTimer = undefined;
      this.notifiedAt = Date.now();
      this.connections.pool.query(`select pg_notify('${CHANNEL}', $1)`, [this.self]).catch((error: unknown) => {
        this.log.warn({ err: error }, 'could not tell the other processes about new events; they will poll');
      });
    }, wait);
    this.notifyTimer.unref();
  }

  private async listen(): Promise<void> {
    const ear = new Client({ connectionString: this.access.url, application_name: 'satchel listen' });
    ear.on('error', () => this.reconnect(ear));
    ear.on('end', () => this.reconnect(ear));
    ear.on('notification', (message) => {
      if (message.payload !== this.self) this.wake();
    });
    try {
      await ear.connect();
      await ear.query(`listen ${CHANNEL}`);
      this.ear = ear;
      this.wake();
    } catch (error) {
      this.log.warn({ err: error }, 'cannot listen for events of other processes; polling until it works');
      this.reconnect(ear);
    }
  }

  private reconnect(dead: Client): void {
    if (this.ear === dead) this.ear = undefined;
    if (this.closed || this.reconnectTimer) return;
    dead.removeAllListeners('end');
    dead.end().catch(() => undefined);
    this.reconnectTimer = setTimeout(() => {
      this.reconnectTimer = undefined;
      void this.listen();
    }, RECONNECT_MS);
    this.reconnectTimer.unref();
  }
}
