import type { Language } from '../text/language';
import { understand } from './understand';

const lines = (text: string): string[] => text.split('|').map((line) => line.trim());
const answer = (text: string, prior: Language) => understand(text, { prior, expected: 'yes_no' }).answer;

const CASES: Record<Language, { yes: string; no: string; neither: string }> = {
  en: {
    yes: 'yes|Yes.|YES!|yes please|Yes, please.|yep|yeah sure|sure|Sure thing, thanks|of course|absolutely|go ahead|Please go ahead|please do|do it|ok|Okay|ok yes|correct|Yes, that is correct|that’s right|I confirm|confirmed|sounds good|yes, do it please|Yes thank you|exactly|Hi, yes please|yes\n\nAnna|agreed',
    no: 'no|No.|nope|no thanks|No, thank you|no please don’t|don’t|do not do that|not now|leave it|stop|I changed my mind|forget it|that’s wrong|No, that is not correct|rather not|absolutely not|of course not|nah|never mind|no, leave it as it is|i don’t want that|none of these|wrong|No!\n\nAnna|not yet|I disagree|no no no|please stop|better not',
    neither:
      'yes but to another address|yes if it is free|no, the blue one|maybe|not sure|I guess|yes and cancel the other one too|yes?|no problem but where is it|ok but when|why|what|yes no|do I have to|yes, refund me 50 more|only if you pay|sure, unless it shipped|yes but only the shirt|I said the blue one|1004|tomorrow|thanks|what happens if I say yes|can you do it later|yes to the first, no to the second|I think so but check with my wife|let me ask|no it should be order 1004|cancel it|human|yes\n\nNo|yes\nWait|ok, no',
  },
  de: {
    yes: 'ja|Ja.|Ja bitte|ja, gerne|gerne|klar|na klar|sicher|natürlich|genau|richtig|stimmt|korrekt|das passt|Ja, das ist richtig|einverstanden|in Ordnung|machen Sie das|bitte machen Sie das|ich bestätige|auf jeden Fall|ok|okay|ja danke|jawohl|Ja, so machen wir es|Hallo, ja bitte|das stimmt|alles richtig|ja!|Ich bin einverstanden',
    no: 'nein|Nein.|nein danke|nee|lieber nicht|besser nicht|bitte nicht|auf keinen Fall|falsch|das ist falsch|das stimmt nicht|nicht richtig|lassen Sie es|jetzt nicht|noch nicht|stopp|abbrechen|doch nicht|ich will das nicht|das möchte ich nicht|ich habe es mir anders überlegt|vergessen Sie es|niemals|keinesfalls|Nein, bitte nicht|nein nein|natürlich nicht|nein, lieber nicht danke|ne|Nein!',
    neither:
      'ja aber an eine andere Adresse|ja, wenn es kostenlos ist|nein, die blaue|vielleicht|weiß nicht|ja und stornieren Sie auch die andere|ja?|wieso|was|ja nein|nur wenn es noch nicht verschickt ist|ja, aber nur das Hemd|morgen|danke|was passiert dann|können Sie das später machen|ich frage meine Frau|1004|nein, es ist Bestellung 1004|die andere|falls möglich ja|ja sofern nichts kostet|erst nach dem Wochenende|mal sehen|stornieren|Mensch|ich glaube schon aber prüfen Sie es|ja zur ersten, nein zur zweiten|kommt darauf an|warum nicht',
  },
  nl: {
    yes: 'ja|Ja.|ja graag|graag|zeker|natuurlijk|uiteraard|klopt|dat klopt|inderdaad|precies|correct|akkoord|ga akkoord|ik bevestig|doe maar|doe dat maar|ga je gang|ga door|prima, ja|ja hoor|jazeker|is goed|mee eens|ok|oké|ja bedankt|Hallo, ja graag|alles klopt|absoluut',
    no: 'nee|Nee.|nee bedankt|nee dank u|liever niet|beter niet|toch niet|zeker niet|absoluut niet|fout|dat klopt niet|niet doen|doe dat niet|laat maar|nu niet|nog niet|stop|natuurlijk niet|in geen geval|ik wil dat niet|dat wil ik niet|ik heb me bedacht|vergeet het|nooit|niet akkoord|nee nee|Nee, liever niet|dat is fout|neen|nee, laat maar zitten',
    neither:
      'ja maar naar een ander adres|ja als het gratis is|nee, de blauwe|misschien|weet ik niet|ja en annuleer de andere ook|ja?|waarom|wat|ja nee|alleen als het nog niet verzonden is|ja, maar alleen het shirt|morgen|bedankt|wat gebeurt er dan|kunnen jullie dat later doen|ik vraag het mijn vrouw|1004|nee, het is bestelling 1004|de andere|indien mogelijk ja|ja mits het niets kost|pas na het weekend|even kijken|annuleren|mens|ik denk het wel maar controleer het|ja op de eerste, nee op de tweede|ligt eraan|hoezo',
  },
  fr: {
    yes: 'oui|Oui.|oui merci|Oui, s’il vous plaît|bien sûr|évidemment|certainement|absolument|tout à fait|exact|exactement|c’est exact|c’est bon|correct|d’accord|je suis d’accord|je confirme|je valide|allez-y|vas-y|faites-le|volontiers|avec plaisir|ça me va|ça marche|oui oui|Bonjour, oui|ouais|ok|tout est correct',
    no: 'non|Non.|non merci|pas du tout|surtout pas|plutôt pas|faux|c’est faux|ce n’est pas ça|pas maintenant|pas encore|ne le faites pas|ne faites rien|laissez tomber|stop|arrêtez|bien sûr que non|certainement pas|absolument pas|jamais|je ne veux pas|j’ai changé d’avis|oubliez|je ne suis pas d’accord|pas d’accord|non non|aucun des deux|incorrect|Non, surtout pas|nan',
    neither:
      'oui mais à une autre adresse|oui si c’est gratuit|non, la bleue|peut-être|je ne sais pas|oui et annulez l’autre aussi|oui ?|pourquoi|quoi|oui non|seulement si ce n’est pas parti|oui, mais seulement la chemise|demain|merci|que se passe-t-il ensuite|pouvez-vous le faire plus tard|je demande à ma femme|1004|non, c’est la commande 1004|l’autre|si possible oui|à condition que ce soit gratuit|après le week-end|on verra|annuler|humain|je pense mais vérifiez|oui pour la première, non pour la seconde|ça dépend|comment ça',
  },
  es: {
    yes: 'sí|Sí.|si|sí por favor|claro|claro que sí|por supuesto|desde luego|exacto|exactamente|correcto|es correcto|así es|eso es|está bien|de acuerdo|estoy de acuerdo|confirmo|lo confirmo|adelante|hágalo|hazlo|proceda|dale|acepto|me parece bien|Hola, sí|ok|sí gracias|todo correcto',
    no: 'no|No.|no gracias|para nada|mejor no|incorrecto|no es correcto|no es así|ahora no|todavía no|no lo haga|no haga nada|déjelo|pare|claro que no|por supuesto que no|de ninguna manera|en absoluto|nunca|no quiero|no lo quiero|cambié de opinión|olvídelo|no estoy de acuerdo|ninguno|ninguno de los dos|no no|está mal|No, gracias|falso',
    neither:
      'sí pero a otra dirección|sí, si es gratis|no, la azul|quizás|no sé|sí y cancelen el otro también|¿sí?|por qué|qué|sí no|solo si no ha salido|sí, pero solo la camisa|mañana|gracias|qué pasa después|pueden hacerlo más tarde|le pregunto a mi mujer|1004|no, es el pedido 1004|el otro|si es posible sí|siempre que sea gratis|después del fin de semana|ya veremos|cancelar|persona|creo que sí pero compruébelo|sí al primero, no al segundo|depende|cómo',
  },
};

describe.each(Object.entries(CASES) as [Language, (typeof CASES)[Language]][])(
  'yes, no and neither (%s)',
  (language, cases) => {
    it.each(lines(cases.yes))('yes: %s', (text) => expect(answer(text, language)).toBe('yes'));
    it.each(lines(cases.no))('no: %s', (text) => expect(answer(text, language)).toBe('no'));
    it.each(lines(cases.neither))('neither: %s', (text) => expect(answer(text, language)).toBeNull());
  },
);

it('takes a nod or a sign for a yes only when a yes or no was asked for', () => {
  expect(understand('ok', { prior: 'en' }).answer).toBeNull();
  expect(understand('👍', { prior: 'en' }).answer).toBeNull();
  expect(understand('👍', { prior: 'en', expected: 'yes_no' }).answer).toBe('yes');
  expect(understand('👎', { prior: 'en', expected: 'yes_no' }).answer).toBe('no');
});

it('is no wish beside the answer', () => {
  expect(understand('Yes please', { prior: 'en', expected: 'yes_no' }).wishes).toEqual([]);
});
