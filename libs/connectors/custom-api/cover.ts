import { type Connector, fieldsOf } from '../port';
import { headerLines } from '../custom/settings-check';
import { textIn } from '../vendor/loose';

const COVERED = '•••';
/** A shorter one would cover half of the text; the header or query field that it stands in is covered by name. */
const SHORTEST = 4;

/** Covers a connection's secrets in what is shown to people, also where the other side sends them back. */
export class Cover {
  private readonly secrets: string[];
  private readonly headers: Set<string>;
  private readonly keyName: string;

  constructor(connector: Connector, credentials: Record<string, unknown>) {
    const typed = fieldsOf(connector.credentials)
      .filter(({ type }) => type === 'secret')
      .map(({ name }) => textIn(credentials[name]));
    const own = headerLines(credentials.headers).headers;
    const basic = typed.map((one) => Buffer.from(`${textIn(credentials.userName)}:${one}`).toString('base64'));
    const plain = [...typed, ...basic, ...Object.values(own)].filter((one) => one.length >= SHORTEST);
    const written = plain.flatMap((one) => [one, encodeURIComponent(one), JSON.stringify(one).slice(1, -1)]);
    // The longest first: one may hold another.
    this.secrets = [...new Set(written)].sort((a, b) => b.length - a.length);
    this.keyName = textIn(credentials.keyName).toLowerCase();
    this.headers = new Set(['authorization', 'cookie', this.keyName, ...Object.keys(own)]);
  }

  text(text: string): string {
    return this.secrets.reduce((rest, secret) => rest.replaceAll(secret, COVERED), text);
  }

  header(name: string, value: string): string {
    return this.headers.has(name.toLowerCase()) ? COVERED : this.text(value);
  }

  address(address: string): string {
    const url = new URL(address);
    for (const name of [...url.searchParams.keys()])
      if (this.keyName && name.toLowerCase() === this.keyName) url.searchParams.set(name, COVERED);
    return this.text(decodeDots(url.href));
  }

  /** In the depth of any JSON. */
  json<T>(value: T): T {
    return JSON.parse(this.text(JSON.stringify(value ?? null))) as T;
  }
}

/** The query writes the dots as bytes. */
function decodeDots(address: string): string {
  return address.replaceAll(encodeURIComponent(COVERED), COVERED);
}
