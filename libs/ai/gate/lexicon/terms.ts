/** Words that state a property, by canonical name, folded, in five languages: what one language calls it another may repeat. */
const COLOURS = `red: red rot rote roter rotes roten rood rode rouge rouges rojo roja rojos rojas
blue: blue blau blaue blauer blaues blauen blauw blauwe bleu bleue bleus bleues azul azules
green: green grun grune gruner grunes grunen groen groene vert verte verts vertes verde verdes
black: black schwarz schwarze schwarzer schwarzes schwarzen zwart zwarte noir noire noirs noires negro negra negros negras
white: white weiss weisse weisser weisses weissen witte blanc blanche blancs blanches blanco blanca
yellow: yellow gelb gelbe gelber gelbes gelben geel gele jaune jaunes amarillo amarilla
grey: grey gray grau graue grauer graues grauen grijs grijze gris grises
brown: brown braun braune brauner braunes braunen bruin bruine brun brune marron marrones
purple: purple violet violett lila paars paarse violette morado morada
pink: pink rosa roze
orange: orange oranje naranja
navy: navy marineblau marineblauw marino
beige: beige
turquoise: turquoise turkis turkoois turquesa
crimson: crimson
teal: teal
olive: olive oliv olijf
burgundy: burgundy bordeaux weinrot granate
maroon: maroon
khaki: khaki kaki
charcoal: charcoal anthrazit antraciet anthracite antracita`;
const MATERIALS = `leather: leather leder cuir cuero piel
cotton: cotton baumwolle katoen coton algodon
wool: wool wolle wol laine lana merino merinowolle
silk: silk seide zijde soie seda
linen: linen leinen linnen lino
polyester: polyester poliester
nylon: nylon nailon
steel: steel stahl edelstahl staal roestvrijstaal acier acero
aluminium: aluminium aluminum alu aluminio
wood: wooden holz hout bois madera
bamboo: bamboo bambus bamboe bambou bambu
plastic: plastic kunststoff plastik kunststof plastique plastico
glass: glass glas verre vidrio
ceramic: ceramic keramik keramiek ceramique ceramica
titanium: titanium titan titane titanio
canvas: canvas segeltuch lona
fleece: fleece polar
rubber: rubber gummi caoutchouc caucho
suede: suede wildleder daim`;
const FEATURES = `waterproof: waterproof wasserdicht wasserdichte wasserdichter wasserdichtes waterdicht waterdichte impermeable impermeables etanche etanches
windproof: windproof winddicht winddichte winddichter coupe-vent cortavientos
washable: washable waschbar maschinenwaschbar wasbaar machinewasbaar lavable lavables
organic: organic biologisch biologische bio biologique ecologico organico
vegan: vegan vegane veganer vegano vegana
recycled: recycled recycelt recycelte recyceltem gerecycled gerecyclede recycle recyclee reciclado reciclada
insulated: insulated isoliert isolierte geisoleerd geisoleerde isole isolee isotherme aislado aislada
foldable: foldable faltbar faltbare opvouwbaar pliable pliant plegable
rechargeable: rechargeable aufladbar wiederaufladbar oplaadbaar rechargeables recargable
wireless: wireless kabellos kabellose draadloos sans-fil inalambrico inalambrica
dishwasher: dishwasher spulmaschinenfest vaatwasser vaatwasserbestendig lave-vaisselle lavavajillas
reversible: reversible wendbar omkeerbaar
handmade: handmade handgemacht handgefertigt handgemaakt hecho-a-mano
breathable: breathable atmungsaktiv atmungsaktive ademend respirant respirante transpirable
stretchy: stretchy dehnbar rekbaar extensible elastico elastica
fireproof: fireproof feuerfest brandwerend ignifuge ignifugo`;
const TIERS = `gold: gold goud or-tier oro
silver: silver silber zilver
bronze: bronze brons bronce
platinum: platinum platin platina platine platino
diamond: diamond diamant diamante
vip: vip
elite: elite`;
const CARRIERS = `ups: ups
dhl: dhl
fedex: fedex
usps: usps
dpd: dpd
gls: gls
hermes: hermes
postnl: postnl
bpost: bpost
tnt: tnt
royalmail: royal-mail
evri: evri
yodel: yodel
parcelforce: parcelforce
colissimo: colissimo
chronopost: chronopost
mondialrelay: mondial-relay
laposte: la-poste
correos: correos
seur: seur
mrw: mrw
deutschepost: deutsche-post
swisspost: swiss-post schweizerische-post
austrianpost: osterreichische-post
postnord: postnord
inpost: inpost
canadapost: canada-post
auspost: australia-post
ontrac: ontrac
lasership: lasership
amazon: amazon
purolator: purolator
sendle: sendle
aramex: aramex
dachser: dachser
trunkrs: trunkrs
budbee: budbee`;
const PAYMENTS = `paypal: paypal
klarna: klarna
visa: visa
mastercard: mastercard
amex: amex american-express
applepay: apple-pay
googlepay: google-pay
ideal: ideal-pay
bancontact: bancontact
sofort: sofortuberweisung
bizum: bizum
giftcard: gift-card geschenkkarte geschenkgutschein cadeaubon cadeaukaart carte-cadeau tarjeta-regalo
storecredit: store-credit shop-guthaben ladenguthaben winkeltegoed avoir-client saldo-de-tienda
banktransfer: bank-transfer wire-transfer bankuberweisung uberweisung overschrijving virement transferencia
crypto: bitcoin crypto`;

export type TermKind = 'colour' | 'material' | 'feature' | 'tier' | 'carrier' | 'payment' | 'size';
export interface Term {
  name: string;
  kind: TermKind;
}

/** A word (or words with a hyphen for the space) to what it names. */
export const TERMS: ReadonlyMap<string, Term> = new Map(
  (
    [
      ['colour', COLOURS],
      ['material', MATERIALS],
      ['feature', FEATURES],
      ['tier', TIERS],
      ['carrier', CARRIERS],
      ['payment', PAYMENTS],
    ] as const
  ).flatMap(([kind, table]) =>
    table.split('\n').flatMap((line) => {
      const [name = '', words = ''] = line.split(': ');
      return words.split(' ').map((word): [string, Term] => [word, { name, kind }]);
    }),
  ),
);

const SOURCE = [...TERMS.keys()]
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace(/-/g, '[- ]'))
  .join('|');
/** For folded text. */
export const TERM_PATTERN = new RegExp(`(?<![\\p{L}\\p{N}])(?:${SOURCE})(?![\\p{L}\\p{N}])`, 'gu');

export function termOf(word: string): Term | undefined {
  return TERMS.get(word) ?? TERMS.get(word.replace(/ /g, '-'));
}

/** Sizes as letters stand in capitals. For text that is not folded. */
export const SIZE_PATTERN =
  /(?<=\b(?:size|größe|maat|taille|talla|in|en|gr\.?)\s)(?:X{0,4}[SL]|M|\d?XL|XXS)(?![\p{L}\p{N}'])|(?<![\p{L}\p{N}'-])(?:X{1,4}[SL]|\d?XL|XXS)(?![\p{L}\p{N}'])/gu;
