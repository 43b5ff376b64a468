import type { Faults } from '../control/faults';
import type { Courier } from '../hooks/courier';
import type { Hooks } from '../hooks/hooks';
import type { Later } from '../hooks/later';
import type { MediaStore, StoredMedia } from '../phone/media';
import type { Phones } from '../phone/phones';
import type { HubCaller } from './hub';
import type { Templates } from './templates';
import type { WhatsappItem } from './whatsapp-body';

export interface MetaSettings {
  /** Where a free message after the 24 hours is refused: by a `failed` status, as the live service does, or in the answer. */
  outsideWindow: 'status' | 'answer';
}

export interface MetaParts {
  phones: Phones;
  media: MediaStore;
  /** Files by the id that Graph gave them. */
  uploads: Map<string, StoredMedia>;
  templates: Templates;
  settings: MetaSettings;
  hooks: Hooks;
  courier: Courier;
  faults: Faults;
  later: Later;
  /** What a page may know of a person, by the id it knows them by. */
  profile: (id: string) => object | null;
  whatsapp: HubCaller<WhatsappItem>;
  now: () => Date;
  where: () => string;
}
