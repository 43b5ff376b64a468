import type { FastifyInstance } from 'fastify';
import { mediaView, type MediaStore } from './media';
import { CARRIERS, NETWORKS, type Carrier, type Network, type Said } from './phone.types';
import type { Phones, ThreadKey } from './phones';
import { taken, type Speaker } from './speaker';

export interface PhoneParts {
  phones: Phones;
  media: MediaStore;
  speakers: Record<Carrier, Speaker>;
}

const carriersOf: Record<Network, Carrier[]> = {
  sms: ['twilio'],
  whatsapp: ['meta', 'twilio'],
  messenger: ['social'],
  instagram: ['social'],
};

/** The carrier asked for; else the one that is connected. */
export function carrierOf({ speakers }: PhoneParts, network: Network, via?: Carrier): Carrier | null {
  const able = carriersOf[network];
  if (via) return able.includes(via) ? via : null;
  return able.find((carrier) => speakers[carrier].connected(network)) ?? able.at(-1) ?? null;
}

const isNetwork = (value: unknown): value is Network => NETWORKS.includes(value as Network);

export function phoneRoutes(app: FastifyInstance, parts: PhoneParts): void {
  const { phones, media, speakers } = parts;

  /** Everything on a customer's phone, oldest first; `?network=`, `?via=` narrow it. */
  app.get('/phone/:customer', async (request) => {
    const { customer } = request.params as { customer: string };
    const { network, via } = request.query as { network?: Network; via?: Carrier };
    return phones
      .of([customer])
      .filter((message) => (!network || message.network === network) && (!via || message.via === via));
  });

  /** When the store's vendor was told that it is typing to this customer. */
  app.get('/phone/:customer/typing', async (request) =>
    phones.typingTo((request.params as { customer: string }).customer),
  );

  app.post('/phone/:customer/send', async (request, reply) => {
    const { customer } = request.params as { customer: string };
    const said = (request.body ?? {}) as Said;
    if (!isNetwork(said.network)) return reply.code(400).send({ error: `network is one of ${NETWORKS.join(', ')}` });
    const carrier = carrierOf(parts, said.network, said.via);
    if (!carrier) return reply.code(400).send({ error: `via is one of ${carriersOf[said.network].join(', ')}` });
    const replyTo = said.replyTo ? phones.find(said.replyTo) : null;
    if (replyTo === undefined) return reply.code(404).send({ error: `no message ${said.replyTo}` });
    const spoken = {
      network: said.network,
      customer,
      name: said.name ?? customer,
      text: said.choice?.title ?? said.text ?? '',
      files: (said.media ?? []).map((file) =>
        media.add(Buffer.from(file.content, 'base64'), file.contentType, file.filename),
      ),
      choice: said.choice ?? null,
      replyTo,
      reaction: said.reaction ?? null,
      id: said.id ?? null,
    };
    const { message, delivery } = await speakers[carrier].say(spoken);
    return reply.code(taken(delivery) ? 201 : 202).send({ ...message, delivery });
  });

  /** The customer opens a thread: what stands there unread is read now. */
  app.post('/phone/:customer/read', async (request, reply) => {
    const { customer } = request.params as { customer: string };
    const { network } = (request.body ?? {}) as { network?: Network };
    const unread = phones
      .of([customer])
      .filter((message) => message.direction === 'out' && message.status === 'delivered')
      .filter((message) => network === undefined || message.network === network);
    for (const carrier of CARRIERS) {
      const own = unread.filter((message) => message.via === carrier);
      if (own.length > 0) speakers[carrier].seen(own);
    }
    return reply.send({ read: unread.length });
  });

  /** Moves the customer's last word into the past: `{network, via?, hoursAgo}`. */
  app.post('/phone/:customer/window', async (request, reply) => {
    const { customer } = request.params as { customer: string };
    const {
      network,
      via,
      hoursAgo = 25,
    } = (request.body ?? {}) as {
      network?: Network;
      via?: Carrier;
      hoursAgo?: number;
    };
    const carrier = isNetwork(network) ? carrierOf(parts, network, via) : null;
    if (!isNetwork(network) || !carrier || !Number.isFinite(hoursAgo))
      return reply.code(400).send({ error: 'network, and hoursAgo as a number' });
    const key: ThreadKey = { network, via: carrier, customer };
    phones.setLastWord(key, hoursAgo * 3_600_000);
    return { openUntil: phones.windowUntil(key)?.toISOString() ?? null };
  });

  app.delete('/phone/:customer', async (request, reply) => {
    phones.remove([(request.params as { customer: string }).customer]);
    return reply.code(204).send();
  });

  app.get('/phone/media/:id', async (request, reply) => {
    const file = media.get((request.params as { id: string }).id);
    if (!file) return reply.code(404).send({ error: 'no such file' });
    const { contentType, filename } = mediaView(file);
    const shown = /^(image\/(png|jpeg|gif|webp)|audio\/|video\/)/.test(contentType);
    return reply
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header(
        'content-disposition',
        `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(filename)}`,
      )
      .type(contentType)
      .send(file.content);
  });
}
