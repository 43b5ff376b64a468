/** Up to four words that begin as names do, with what stands between them in many ("von", "de la"). */
const NAME =
  /^\p{Lu}[\p{L}'’.-]{0,24}(?: (?:(?:van|von|vom|zu|zum|zur|de|del|der|den|des|di|da|do|dos|du|la|las|le|los|el|bin|al|ten|ter|y|e) ){0,3}\p{Lu}[\p{L}'’.-]{0,24}){0,3}$/u;

/** Customers choose their names; what reads as anything else is not repeated in what they are shown. */
export function whom(customer: { name: string } | null | undefined): string {
  const name = customer?.name.trim() ?? '';
  return NAME.test(name) ? name : 'the customer';
}
