/** The shop's customers who write in the demo; those with orders are the same people in the simulated shop. */
export interface SeedPerson {
  email: string;
  name: string;
  locale: string;
  phone?: string;
}

export const people: readonly SeedPerson[] = [
  { email: 'anna.bergmann@example.com', name: 'Anna Bergmann', locale: 'de', phone: '+4915112345678' },
  { email: 'marco.rossi@example.com', name: 'Marco Rossi', locale: 'it', phone: '+393471234567' },
  { email: 'julie.martin@example.com', name: 'Julie Martin', locale: 'fr', phone: '+33612345678' },
  { email: 'sam.okonkwo@example.com', name: 'Sam Okonkwo', locale: 'en', phone: '+353851234567' },
  { email: 'priya.shah@example.com', name: 'Priya Shah', locale: 'en', phone: '+31612345678' },
  { email: 'lukas.novak@example.com', name: 'Lukas Novák', locale: 'en' },
  { email: 'sofia.lindgren@example.com', name: 'Sofia Lindgren', locale: 'en', phone: '+46701234567' },
  { email: 'tomas.ferreira@example.com', name: 'Tomás Ferreira', locale: 'pt-PT', phone: '+351912345678' },
  { email: 'elena.garcia@example.com', name: 'Elena García', locale: 'es', phone: '+34612345678' },
  { email: 'jonas.keller@example.com', name: 'Jonas Keller', locale: 'de' },
  { email: 'emma.devries@example.com', name: 'Emma de Vries', locale: 'nl', phone: '+31687654321' },
  { email: 'aoife.byrne@example.com', name: 'Aoife Byrne', locale: 'en' },
  { email: 'mikkel.jensen@example.com', name: 'Mikkel Jensen', locale: 'en', phone: '+4520123456' },
  { email: 'chloe.dubois@example.com', name: 'Chloé Dubois', locale: 'fr', phone: '+33698765432' },
  { email: 'katarzyna.wojcik@example.com', name: 'Katarzyna Wójcik', locale: 'en', phone: '+48601234567' },
  { email: 'matteo.conti@example.com', name: 'Matteo Conti', locale: 'it' },
  { email: 'hanna.virtanen@example.com', name: 'Hanna Virtanen', locale: 'en', phone: '+358401234567' },
  { email: 'pieter.janssens@example.com', name: 'Pieter Janssens', locale: 'nl', phone: '+32471234567' },
  { email: 'lea.hofer@example.com', name: 'Lea Hofer', locale: 'de', phone: '+436641234567' },
  { email: 'yusuf.demir@example.com', name: 'Yusuf Demir', locale: 'de', phone: '+4917612345678' },
  { email: 'grace.osullivan@example.com', name: "Grace O'Sullivan", locale: 'en' },
  { email: 'nikos.papadopoulos@example.com', name: 'Nikos Papadopoulos', locale: 'en', phone: '+306912345678' },
  { email: 'camille.bernard@example.com', name: 'Camille Bernard', locale: 'fr' },
  { email: 'noor@trailnotes.example', name: 'Noor El Amrani', locale: 'en' },
  { email: 'einkauf@alpenhaus.example', name: 'Birgit Sommer', locale: 'de' },
  { email: 'growth@rankrocket.example', name: 'Chad Winters', locale: 'en' },
];
