/**
 * Words of policies and units by concept, as stems of folded words in five languages: a passage in one language can then
 * be compared with a reply in another.
 */
const CONCEPTS: [string, string][] = [
  ['day', 'day|days|tag|tage|tagen|dag|dagen|jour|jours|dia|dias|werktag\\w*|werkdag\\w*|kalendertag\\w*'],
  ['week', 'weeks?|wochen?|weken|semaines?|semanas?'],
  ['month', 'months?|monate?n?|maand|maanden|mois|mes|meses'],
  ['year', 'years?|jahre?n?|jaar|jaren|ans?|annees?|ano|anos'],
  ['hour', 'hours?|stunden?|uur|uren|heures?|horas?'],
  ['minute', 'minutes?|minuten|minutos?'],
  ['points', 'points?|punkte?n?|punten|punto|puntos|coins?|stars?|credits?'],
  [
    'item',
    'items?|pieces?|artikel\\w*|stuck|stuks|articles?|articulos?|units?|packs?|pairs?|paar|pares|paires?|productos?|producten|produkte?|produits?|products?',
  ],
  [
    'parcel',
    'parcels?|packages?|pakete?|paketen|pakketten|pakket|colis|paquetes?|boxes|shipments?|sendungen|zendingen|envois?|envios?',
  ],
  ['order', 'orders?|bestellung|bestellungen|bestelling|bestellingen|commandes?|pedidos?'],
  ['litre', 'l|litres?|liters?|litros?'],
  ['size', 'cm|mm|m|metres?|meters?|metros?|inch|inches|zoll|zentimeter|centimetres?|centimetros?'],
  ['weight', 'g|kg|kilo|kilos|grams?|gramm|grammes?|gramos?|lbs?|pounds?'],
  ['try', 'tries|try|attempts?|versuche?n?|pogingen?|essais?|tentatives?|intentos?'],
  ['percent', 'percent|prozent|procent|%'],
  [
    'return',
    'return\\w*|ruckgabe\\w*|rucksend\\w*|zuruckgeb\\w*|zuruckschick\\w*|zuruckgesend\\w*|zuruckgegeb\\w*|zuruckgenommen|retour\\w*|terugstur\\w*|teruggestuurd|terugzend\\w*|renvo\\w*|devol\\w*|devuel\\w*|devuelt\\w*',
  ],
  [
    'refund',
    'refund\\w*|reimburs\\w*|erstatt\\w*|ruckerstatt\\w*|zuruckerstatt\\w*|terugbeta\\w*|terugstort\\w*|rembours\\w*|reembols\\w*',
  ],
  ['exchange', 'exchang\\w*|umtausch\\w*|umgetausch\\w*|omruil\\w*|ruilen|geruild|echang\\w*|cambi\\w*'],
  ['cancel', 'cancel\\w*|stornier\\w*|storno\\w*|kundig\\w*|annule\\w*|geannuleerd|opzeg\\w*|annul\\w*|anul\\w*'],
  ['warranty', 'warrant\\w*|guarante\\w*|garanti\\w*|gewahrleistung\\w*'],
  [
    'shipping',
    'ship\\w*|postage|versand\\w*|versend\\w*|verschick\\w*|verschickt|liefer\\w*|verzend\\w*|verstuur\\w*|verstur\\w*|lever\\w*|bezorg\\w*|livr\\w*|expedi\\w*|envi\\w*|entreg\\w*|deliver\\w*|zustell\\w*',
  ],
  ['free', 'free|kostenlos\\w*|kostenfrei\\w*|gratis|gratuit\\w*|offerte?s?|versandkostenfrei'],
  ['cost', 'costs?|fees?|charges?|charged|kosten|gebuhr\\w*|kost|frais|coute\\w*|costes?|gastos|cuestan?|tarifa\\w*'],
  ['pay', 'pay|pays|paid|payment\\w*|zahl\\w*|bezahl\\w*|betal\\w*|betaal\\w*|paie\\w*|pay[ee]\\w*|pag[ao]\\w*'],
  [
    'unused',
    'unused|unworn|unbenutzt\\w*|ungetragen\\w*|ongebruikt\\w*|ongedragen|inutilis\\w*|sin usar|non utilis\\w*|non port\\w*|neuf|neufs|neuve\\w*',
  ],
  ['original', 'original\\w*|originele?|origine'],
  ['packaging', 'packag(?:ing|ed)|verpackung\\w*|verpakking\\w*|emballage\\w*|embalaje\\w*'],
  ['sale', 'sale|reduziert\\w*|sonderangebot\\w*|uitverkoop|afgeprijsd\\w*|solde\\w*|rebaja\\w*|oferta\\w*|clearance'],
  [
    'receipt',
    'receipt|received|receiv\\w*|erhalt\\w*|erhielt\\w*|ontvang\\w*|recev\\w*|recept\\w*|recib\\w*|recep\\w*',
  ],
  ['country', 'countr\\w*|land|lander\\w*|landen|pays|pais|paises|worldwide|weltweit|wereldwijd'],
  ['europe', 'europ\\w*|eu|ue'],
  ['label', 'labels?|etikett\\w*|rucksendeetikett\\w*|retourlabel|etiquette\\w*|etiqueta\\w*'],
  ['gift', 'gift\\w*|geschenk\\w*|cadeau\\w*|regalo\\w*'],
  ['card', 'cards?|karte\\w*|kaart\\w*|carte\\w*|tarjeta\\w*'],
  ['damage', 'damag\\w*|beschadig\\w*|endommag\\w*|danad\\w*|defect\\w*|defekt\\w*|defectue\\w*'],
  ['express', 'express\\w*|expres\\w*'],
  ['standard', 'standard\\w*|standaard\\w*|estandar'],
  ['wash', 'wash\\w*|wasch\\w*|wass\\w*|was(?=sen|baar)\\w*|lav[ae]\\w*'],
  ['business', 'business|working|laborables?|habiles?|ouvres?|ouvrables?'],
  ['customs', 'customs|dut(?:y|ies)|zoll\\w*|douane\\w*|aduan\\w*'],
  ['store', 'stores?|filiale\\w*|laden|winkel\\w*|boutique\\w*|magasin\\w*|tiendas?'],
  ['invoice', 'invoice\\w*|rechnung\\w*|factu\\w*'],
  ['tax', 'tax\\w*|vat|mwst|steuer\\w*|btw|belasting\\w*|tva|taxe\\w*|iva|impuest\\w*'],
];

const WHOLE = CONCEPTS.map(([name, source]): [string, RegExp] => [name, new RegExp(`^(?:${source})$`)]);
const KNOWN = new Map<string, string | undefined>();
/** Words of foreign texts would fill the memory without end. */
const MOST_KNOWN = 20_000;

/** The concept of one folded word. */
export function conceptOf(word: string): string | undefined {
  if (KNOWN.has(word)) return KNOWN.get(word);
  const concept = WHOLE.find(([, pattern]) => pattern.test(word))?.[0];
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(word, concept);
  return concept;
}

/** What numbers count in spans of time. */
export const TIME_UNITS: ReadonlySet<string> = new Set(['minute', 'hour', 'day', 'week', 'month', 'year']);
