import type { Language } from '../text/language';

/** What the house tells a customer whose request a person takes over; `ahead`: tickets that wait longer. */
type Words = (ahead: number) => string;

const place = (ahead: number, none: string, one: string, many: (count: number) => string): string =>
  ahead === 0 ? none : ahead === 1 ? one : many(ahead);

export const HANDED_OVER: Record<Language, Words> = {
  en: (ahead) =>
    `A colleague takes over from here and answers you in this conversation. ${place(
      ahead,
      'You are next in line.',
      'One request is ahead of yours.',
      (count) => `${count} requests are ahead of yours.`,
    )}`,
  de: (ahead) =>
    `Ab hier übernimmt eine Kollegin oder ein Kollege und antwortet Ihnen in dieser Unterhaltung. ${place(
      ahead,
      'Sie sind als Nächstes an der Reihe.',
      'Vor Ihnen wartet eine Anfrage.',
      (count) => `Vor Ihnen warten ${count} Anfragen.`,
    )}`,
  nl: (ahead) =>
    `Een collega neemt het van hier over en antwoordt u in dit gesprek. ${place(
      ahead,
      'U bent als volgende aan de beurt.',
      'Er is één vraag voor u.',
      (count) => `Er zijn ${count} vragen voor u.`,
    )}`,
  fr: (ahead) =>
    `Un collègue prend le relais et vous répond dans cette conversation. ${place(
      ahead,
      'Vous êtes le prochain.',
      'Une demande passe avant la vôtre.',
      (count) => `${count} demandes passent avant la vôtre.`,
    )}`,
  es: (ahead) =>
    `A partir de aquí le atiende una persona de nuestro equipo, en esta misma conversación. ${place(
      ahead,
      'Es el siguiente turno.',
      'Hay una consulta antes que la suya.',
      (count) => `Hay ${count} consultas antes que la suya.`,
    )}`,
};
