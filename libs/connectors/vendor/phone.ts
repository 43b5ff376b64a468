/** Lazy: the table of the world's numbering plans is large, and a house without phones never needs it. */
const numberingPlans = (): Promise<typeof import('libphonenumber-js')> => import('libphonenumber-js');

/** Mexico dropped the 1 of mobile numbers in 2019; WhatsApp ids still carry it. */
const MEXICO_WITH_ONE = /^\+521(\d{10})$/;
/** Brazil gave every mobile number a leading 9 by 2016; older WhatsApp ids lack it. */
const BRAZIL_WITHOUT_NINE = /^\+55([1-9]\d)([6-9]\d{7})$/;

/**
 * A phone number as a vendor writes it ("whatsapp:+49 151 ...", "4915112345678") in E.164, so that one person is one
 * address whatever channel they write on; null when it is none (a short code, a name as sender).
 */
export async function e164(written: string): Promise<string | null> {
  const bare = written.trim().replace(/^(whatsapp|sms|tel):/i, '');
  if (!/^\+?[\d\s().-]{7,25}$/.test(bare)) return null;
  const { parsePhoneNumberFromString } = await numberingPlans();
  const parsed = parsePhoneNumberFromString(bare.startsWith('+') ? bare : `+${bare}`);
  if (!parsed || !/^\+\d{7,15}$/.test(parsed.number)) return null;
  return parsed.number.replace(MEXICO_WITH_ONE, '+52$1').replace(BRAZIL_WITHOUT_NINE, '+55$19$2');
}
