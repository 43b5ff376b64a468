import type { FastifyInstance } from 'fastify';
import type { Faults } from '../control/faults';
import { Courier } from '../hooks/courier';
import { hookRoutes } from '../hooks/hooks.routes';
import { Hooks, type HookInput, type HookVendor } from '../hooks/hooks';
import { Later } from '../hooks/later';
import { HubCaller } from '../meta/hub';
import { metaRoutes } from '../meta/meta.routes';
import type { MetaParts } from '../meta/parts';
import { metaSpeaker } from '../meta/speaker';
import { Templates } from '../meta/templates';
import { whatsappBody, type WhatsappItem } from '../meta/whatsapp-body';
import { byNetwork, socialBody, type SocialItem } from '../social/body';
import type { SocialParts } from '../social/outbound';
import { profileOf, socialRoutes } from '../social/social.routes';
import { socialSpeaker } from '../social/speaker';
import { Contents } from '../twilio/contents';
import { twilioSpeaker } from '../twilio/inbound';
import { TwilioMessages } from '../twilio/messages';
import type { TwilioParts } from '../twilio/parts';
import { twilioRoutes } from '../twilio/twilio.routes';
import { MediaStore } from './media';
import { phoneRoutes, type PhoneParts } from './phone.routes';
import { Phones } from './phones';

export interface Messaging extends PhoneParts {
  hooks: Hooks;
  reset: () => void;
  stop: () => void;
}

export interface MessagingOptions {
  faults: Faults;
  now: () => Date;
  where: () => string;
  paceMs: number;
  hooks?: Partial<Record<HookVendor, HookInput>>;
}

/** The vendors that carry messages, with the phones that they carry them to. */
export function messaging(app: FastifyInstance, options: MessagingOptions): Messaging {
  const { faults, now, where } = options;
  const hooks = new Hooks();
  for (const [vendor, input] of Object.entries(options.hooks ?? {})) hooks.set(vendor as HookVendor, input);
  const courier = new Courier(hooks, faults, now);
  const later = new Later(options.paceMs);
  const phones = new Phones(now);
  const media = new MediaStore();
  const common = { phones, media, hooks, courier, faults, later, now, where };

  const twilio: TwilioParts = { ...common, messages: new TwilioMessages(now), contents: new Contents(now) };
  const whatsapp = new HubCaller<WhatsappItem>('meta', hooks, courier, (items) => [items], whatsappBody);
  const uploads: MetaParts['uploads'] = new Map();
  const settings: MetaParts['settings'] = { outsideWindow: 'status' };
  const people: SocialParts['people'] = new Map();
  const profile = (id: string) => profileOf(people, id);
  const meta: MetaParts = { ...common, whatsapp, uploads, settings, profile, templates: new Templates() };
  const hub = new HubCaller<SocialItem>('social', hooks, courier, byNetwork, socialBody);
  const social: SocialParts = { ...common, hub, people };
  const speakers = { twilio: twilioSpeaker(twilio), meta: metaSpeaker(meta), social: socialSpeaker(social) };

  hookRoutes(app, hooks, courier, now);
  twilioRoutes(app, twilio);
  metaRoutes(app, meta);
  socialRoutes(app, social);
  phoneRoutes(app, { phones, media, speakers });
  return {
    hooks,
    phones,
    media,
    speakers,
    reset() {
      later.clear();
      phones.clear();
      media.clear();
      twilio.messages.clear();
      twilio.contents.reset();
      meta.uploads.clear();
      meta.templates.reset();
      meta.settings.outsideWindow = 'status';
      people.clear();
    },
    stop() {
      later.clear();
      courier.stop();
    },
  };
}
