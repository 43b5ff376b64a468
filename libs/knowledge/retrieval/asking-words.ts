/**
 * What people write around any question: politeness, wishing, wondering. It says that something is asked and not what,
 * and an article that happens to hold the same words is no answer for it.
 */
const WORDS: Record<string, string> = {
  en: `like want need way possible try know help please ask wonder tell explain anyone someone thanks hi hello able
    could would question easy easier easiest something anything`,
  de: `möchte möchten mag will wollen würde gern gerne bitte brauche weg möglich möglichkeit geht versuche weiß wissen
    hilfe helfen fragen frage sagen erklären jemand danke hallo hi könnte könnten kann einfach etwas irgendwie`,
  fr: `voudrais voudrait veux aimerais souhaite souhaiterais besoin moyen possible peux pourrais pouvez pourriez essaie
    savoir sais aide aider demander question dire expliquer quelqu'un merci bonjour salut svp facile simple quelque`,
  es: `quiero quisiera querría gustaría necesito manera forma posible puedo podría pueden intento saber sé ayuda ayudar
    preguntar pregunta decir explicar alguien gracias hola favor fácil sencillo algo`,
  nl: `wil willen graag zou nodig manier mogelijk kan kunnen probeer weet weten hulp helpen vragen vraag zeggen
    uitleggen iemand bedankt dank hallo hoi alsjeblieft alstublieft makkelijk eenvoudig iets`,
};

export function askingWords(language: string): string[] {
  return (WORDS[language] ?? '').split(/\s+/).filter(Boolean);
}
