import type { Faults } from '../control/faults';
import type { Courier } from '../hooks/courier';
import type { Hooks } from '../hooks/hooks';
import type { Later } from '../hooks/later';
import type { MediaStore } from '../phone/media';
import type { Phones } from '../phone/phones';
import type { Contents } from './contents';
import type { TwilioMessages } from './messages';

export interface TwilioParts {
  messages: TwilioMessages;
  contents: Contents;
  phones: Phones;
  media: MediaStore;
  hooks: Hooks;
  courier: Courier;
  faults: Faults;
  later: Later;
  now: () => Date;
  /** This server's own address, for links that the other side follows. */
  where: () => string;
}
