import { LANGUAGES, type Language } from '../text/language';

interface CodeMail {
  subject: string;
  text: string;
}

const MAILS: Record<Language, (code: string, shop: string) => CodeMail> = {
  en: (code, shop) => ({
    subject: `Your code for ${shop}`,
    text: `Your code is ${code}. It is valid for 10 minutes. Write it in the conversation in which you were asked for it.\n\nIf you did not ask for it, ignore this mail and tell the code to nobody.`,
  }),
  de: (code, shop) => ({
    subject: `Ihr Code für ${shop}`,
    text: `Ihr Code lautet ${code}. Er gilt 10 Minuten. Schreiben Sie ihn in das Gespräch, in dem danach gefragt wurde.\n\nWenn Sie ihn nicht angefordert haben, ignorieren Sie diese Mail und geben Sie den Code an niemanden weiter.`,
  }),
  nl: (code, shop) => ({
    subject: `Je code voor ${shop}`,
    text: `Je code is ${code}. Hij is 10 minuten geldig. Schrijf hem in het gesprek waarin erom werd gevraagd.\n\nHeb je er niet om gevraagd? Negeer deze mail en geef de code aan niemand door.`,
  }),
  fr: (code, shop) => ({
    subject: `Votre code pour ${shop}`,
    text: `Votre code est ${code}. Il est valable 10 minutes. Écrivez-le dans la conversation où il vous a été demandé.\n\nSi vous ne l'avez pas demandé, ignorez ce message et ne communiquez le code à personne.`,
  }),
  es: (code, shop) => ({
    subject: `Su código para ${shop}`,
    text: `Su código es ${code}. Es válido durante 10 minutos. Escríbalo en la conversación en la que se le pidió.\n\nSi no lo ha pedido, ignore este correo y no dé el código a nadie.`,
  }),
};

export function codeMail(code: string, shop: string, language: string | null | undefined): CodeMail {
  const known = LANGUAGES.find((one) => one === language) ?? 'en';
  return MAILS[known](code, shop);
}
