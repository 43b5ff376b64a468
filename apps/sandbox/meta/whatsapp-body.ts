import { DISPLAY_NUMBER, PHONE_NUMBER_ID, WABA_ID } from './account';

/** One thing that happened on the WhatsApp line. */
export type WhatsappItem =
  { message: object; contact: { profile: { name: string }; wa_id: string } } | { status: object };

const value = (rest: object) => ({
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: DISPLAY_NUMBER.replace(/\D/g, ''), phone_number_id: PHONE_NUMBER_ID },
  ...rest,
});

/** Messages of one person stand together in a change; statuses have a change of their own. */
export function whatsappBody(items: WhatsappItem[]): object {
  const messages = items.filter((item) => 'message' in item);
  const statuses = items.filter((item) => 'status' in item);
  const people = [...new Set(messages.map((item) => item.contact.wa_id))];
  const changes = people.map((person) => {
    const own = messages.filter((item) => item.contact.wa_id === person);
    return value({ contacts: own.slice(0, 1).map((item) => item.contact), messages: own.map((item) => item.message) });
  });
  if (statuses.length > 0) changes.push(value({ statuses: statuses.map((item) => item.status) }));
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: WABA_ID, changes: changes.map((change) => ({ value: change, field: 'messages' })) }],
  };
}
