import type { ChannelAdapter, HookRequest, InboundStatus, OutboundFile, RawInbound } from '../port';

/** A message as it arrived at the far end. */
export interface Delivered {
  externalId: string;
  text: string;
  files: { filename: string; content: Buffer }[];
}

/** What the vendor does with the next message it is handed. */
export type Trouble = 'refuse' | 'busy' | 'hang_up_before' | 'lose_the_answer';

export interface CustomerMessage {
  id: string;
  text: string;
  files?: OutboundFile[];
  /** External id of our message that this one answers. */
  answers?: string;
}

/** A vendor that calls us, for channels with a hook. */
export interface PushingVendor {
  /** A customer's message as a signed call. */
  call(message: CustomerMessage): HookRequest;
  /** The same call, signed by somebody else. */
  forge(call: HookRequest): HookRequest;
  /** A report on our message, or null when the vendor tells them in another way. */
  report: ((externalId: string, word: string) => HookRequest) | null;
  /** Every word the vendor has, and what becomes of it; null: it says nothing new. */
  words: Record<string, InboundStatus['status'] | null>;
  /** What the adapter told the log. */
  warnings: object[];
}

/** One adapter against a vendor (real software or a twin on its real wire) that the suite can steer. */
export interface ChannelUnderTest {
  adapter: ChannelAdapter;
  /** Absent, with `withVendorAway` and `next`, where there is no vendor: what is stored has arrived. */
  withBadCredentials?: ChannelAdapter;
  withVendorAway?: ChannelAdapter;
  /** An address of the channel's kind; anna@example.com when absent. */
  customer?: string;
  delivered(): Delivered[];
  next?(trouble: Trouble): void;
  /** What the vendor would hand us for a customer's message, through `receive` or the hook where there is one. */
  inbound(message: CustomerMessage): RawInbound;
  /** Input that no vendor should send and some will. */
  odd: Buffer[];
  pushing?: PushingVendor;
  /** The vendor makes the ids up, so the same message twice is two there: a lost answer is looked up instead. */
  vendorMakesIds?: boolean;
  /** The vendor has one effect for one key, so that a lost answer is simply a reason to try again. */
  vendorKnowsOurKey?: boolean;
  /** Commit and message leave in one request: the commit comes before anybody knows whether the vendor is there. */
  commitsInOneRequest?: boolean;
  /** Customers' messages name the ones they answer. */
  quotes?: boolean;
  /** Troubles for the next message that only some vendors make. */
  alsoMakes?: { slowDown?(): void; closeWindow?(): void };
  /** Puts a file where the vendor can fetch it, for vendors that want an address. */
  publish?(file: OutboundFile): string;
  /** Names of files get lost on the way (pictures have none there). */
  namesFilesItself?: boolean;
  /** Makes a customer's message wait at the vendor, for adapters that listen. */
  post?(id: string): Promise<void>;
  close(): Promise<void>;
}
