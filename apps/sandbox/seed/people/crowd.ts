import { DAY } from '../clock';
import type { Random } from '../random';
import type { Store } from '../store';
import type { Address, Customer } from '../world.types';
import { countries, type Country } from './countries';
import { mailAddress } from './people';

const LETTERS = [...'ABCDEFGHJKLMNPRSTUVWXY'];

/** # becomes any digit and @ any letter. */
const fill = (pattern: string, random: Random): string =>
  pattern.replace(/[#@]/g, (sign) => (sign === '#' ? String(random.between(0, 9)) : random.pick(LETTERS)));

function countryOf(random: Random): Country {
  let at = random.next() * countries.reduce((sum, country) => sum + country.weight, 0);
  for (const country of countries) {
    at -= country.weight;
    if (at < 0) return country;
  }
  return random.pick(countries);
}

export const taxOfCountry = new Map<string, number>([
  ...countries.map((country): [string, number] => [country.code, country.tax]),
  ['BE', 21],
  ['CZ', 21],
  ['DK', 25],
  ['FI', 25.5],
  ['GR', 24],
  ['PT', 23],
]);

/** Two customers of one name, so that a name alone never tells who somebody is. */
const NAMESAKE = { country: 'DE', first: 'Laura', last: 'Schmidt', places: [3, 61] };

/** Adds `count` made-up customers; nobody shares a mail address or a phone number. */
export function seedCrowd(store: Store, count: number, now: Date, random: Random): Customer[] {
  const made: Customer[] = [];
  for (let index = 0; index < count; index++) {
    const namesake = NAMESAKE.places.includes(index);
    const country = namesake
      ? (countries.find((one) => one.code === NAMESAKE.country) ?? countryOf(random))
      : countryOf(random);
    const firstName = namesake ? NAMESAKE.first : random.pick(country.first);
    const lastName = namesake ? NAMESAKE.last : random.pick(country.last);
    const [city, zip, province = null, provinceCode = null] = random.pick(country.cities);
    const [street, house] = [random.pick(country.streets), random.between(1, 140)];
    const phone = random.next() < 0.7 ? fill(country.phone, random) : null;
    const address: Address = {
      firstName,
      lastName,
      address1: country.numberFirst ? `${house} ${street}` : `${street} ${house}`,
      address2: random.next() < 0.12 ? `Apt ${random.between(1, 40)}` : null,
      zip: fill(zip, random),
      city,
      province,
      provinceCode,
      country: country.name,
      countryCode: country.code,
      phone: phone && !store.customerByPhone(phone) ? phone : null,
    };
    const createdAt = new Date(now.getTime() - random.between(366 * 24, 1_100 * 24) * (DAY / 24));
    made.push(
      store.addCustomer({
        id: store.id(),
        serial: store.customers.length + 1,
        firstName,
        lastName,
        email: freeAddress(store, firstName, lastName),
        phone: address.phone,
        locale: country.locale,
        address,
        acceptsMarketing: random.next() < 0.4,
        createdAt,
        updatedAt: createdAt,
      }),
    );
  }
  return made;
}

function freeAddress(store: Store, firstName: string, lastName: string): string {
  const plain = mailAddress(firstName, lastName);
  for (let next = 1; ; next++) {
    const wanted = next === 1 ? plain : plain.replace('@', `${next}@`);
    if (!store.customerByEmail(wanted)) return wanted;
  }
}
