/** first name, last name, street, postcode, city, country, country code, phone, locale */
export type PersonRow = readonly [string, string, string, string, string, string, string, string | null, string];

/** The five people that the well-known orders belong to, in their order. */
export const mainPeople: readonly PersonRow[] = [
  ['Anna', 'Bergmann', 'Lindenallee 14', '20259', 'Hamburg', 'Germany', 'DE', '+4915112345678', 'de'],
  ['Marco', 'Rossi', 'Via Savona 33', '20144', 'Milano', 'Italy', 'IT', '+393471234567', 'it'],
  ['Julie', 'Martin', '8 Rue Mercière', '69002', 'Lyon', 'France', 'FR', '+33612345678', 'fr'],
  ['Sam', 'Okonkwo', '21 Camden Row', 'D08 R9CN', 'Dublin', 'Ireland', 'IE', '+353851234567', 'en'],
  ['Priya', 'Shah', 'Haarlemmerdijk 102', '1013 JG', 'Amsterdam', 'Netherlands', 'NL', '+31612345678', 'nl'],
];

export const morePeople: readonly PersonRow[] = [
  ['Lukas', 'Novák', 'Korunní 48', '120 00', 'Praha', 'Czechia', 'CZ', null, 'cs'],
  ['Sofia', 'Lindgren', 'Bondegatan 7', '116 33', 'Stockholm', 'Sweden', 'SE', '+46701234567', 'sv'],
  ['Tomás', 'Ferreira', 'Rua do Almada 210', '4050-031', 'Porto', 'Portugal', 'PT', '+351912345678', 'pt-PT'],
  ['Elena', 'García', 'Calle Fuencarral 88', '28004', 'Madrid', 'Spain', 'ES', '+34612345678', 'es'],
  ['Jonas', 'Keller', 'Schillerstraße 5', '80336', 'München', 'Germany', 'DE', null, 'de'],
  ['Emma', 'de Vries', 'Oudegracht 151', '3511 AJ', 'Utrecht', 'Netherlands', 'NL', '+31687654321', 'nl'],
  ['Aoife', 'Byrne', '3 Shop Street', 'H91 XY2T', 'Galway', 'Ireland', 'IE', null, 'en'],
  ['Mikkel', 'Jensen', 'Jægersborggade 19', '2200', 'København', 'Denmark', 'DK', '+4520123456', 'da'],
  ['Chloé', 'Dubois', '14 Rue des Carmes', '31000', 'Toulouse', 'France', 'FR', '+33698765432', 'fr'],
  ['Katarzyna', 'Wójcik', 'ul. Długa 12', '31-147', 'Kraków', 'Poland', 'PL', '+48601234567', 'pl'],
  ['Matteo', 'Conti', 'Via dei Mille 9', '10123', 'Torino', 'Italy', 'IT', null, 'it'],
  ['Hanna', 'Virtanen', 'Fleminginkatu 4', '00530', 'Helsinki', 'Finland', 'FI', '+358401234567', 'fi'],
  ['Pieter', 'Janssens', 'Naamsestraat 61', '3000', 'Leuven', 'Belgium', 'BE', '+32471234567', 'nl'],
  ['Lea', 'Hofer', 'Maria-Theresien-Straße 22', '6020', 'Innsbruck', 'Austria', 'AT', '+436641234567', 'de'],
  ['Yusuf', 'Demir', 'Sonnenallee 77', '12045', 'Berlin', 'Germany', 'DE', '+4917612345678', 'de'],
  ['Grace', "O'Sullivan", '40 Patrick Street', 'T12 W5KN', 'Cork', 'Ireland', 'IE', null, 'en'],
  ['Nikos', 'Papadopoulos', 'Aiolou 30', '105 51', 'Athina', 'Greece', 'GR', '+306912345678', 'el'],
  ['Camille', 'Bernard', '5 Quai Kléber', '67000', 'Strasbourg', 'France', 'FR', null, 'fr'],
];

/** Where all of the shop's customers have their mail. */
export const CUSTOMER_DOMAIN = 'example.com';

/** Mail addresses carry no accents: josé -> jose. */
export function mailAddress(first: string, last: string): string {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[̀-ͯ]/g, '')
      .toLowerCase()
      .replace(/[^a-z]/g, '');
  return `${plain(first)}.${plain(last)}@${CUSTOMER_DOMAIN}`;
}
