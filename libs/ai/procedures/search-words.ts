import { wordsOf } from './match';

const MAX_CHARS = 100;
const MAX_WORDS = 8;

/** What a question is about, without the words of asking: a shop's search looks for names of products. */
export function productWords(wish: string): string {
  const kept = wordsOf(wish).filter((word) => word.length > 1 && !ASKING.has(word));
  const picked = kept.slice(0, MAX_WORDS).join(' ').slice(0, MAX_CHARS).trim();
  return picked.length > 1 ? picked : wish.slice(0, MAX_CHARS).trim();
}

const ASKING = new Set(
  `do does did you have has had are there still any stock available availability again when will be back sell can could get buy
  order is in this that these those hello hi hey thanks thank please product item want know about
  haben habt sie ihr gibt noch verfugbar lieferbar auf lager wann wieder kann kaufen bestellen ist diese dieser dieses hallo
  danke bitte produkt artikel ob ware
  heeft hebben jullie nog voorraad leverbaar beschikbaar wanneer weer kan kopen bestellen dit deze bedankt graag is er
  avez vous encore stock disponible quand sera nouveau peut acheter commander ce cette bonjour merci produit article est
  tienen tiene queda disponible cuando vuelve puedo comprar pedir este esta hola gracias producto articulo hay`.split(
    /\s+/,
  ),
);
