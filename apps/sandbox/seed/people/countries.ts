/** Where customers live, and what people, streets and towns are called there. Every person is made up. */
export interface Country {
  code: string;
  name: string;
  locale: string;
  /** How many of a hundred customers live there. */
  weight: number;
  /** Tax within the price, in percent; 0 where the shop exports to. */
  tax: number;
  first: string[];
  last: string[];
  streets: string[];
  /** City, postcode (# stands for any digit, @ for any letter), and the state or county with its code. */
  cities: [city: string, zip: string, province?: string, provinceCode?: string][];
  /** # stands for any digit. */
  phone: string;
  /** Where the house number stands. */
  numberFirst: boolean;
}

const list = (text: string) => text.split(' ');

export const countries: Country[] = [
  {
    code: 'DE',
    name: 'Germany',
    locale: 'de',
    weight: 20,
    tax: 19,
    phone: '+49151########',
    numberFirst: false,
    first: list('Laura Felix Mia Paul Lena Jan Marie Tim Sophie Nils Clara David Johanna Moritz'),
    last: list('Schmidt Müller Weber Fischer Wagner Becker Schulz Hoffmann Koch Richter Wolf Schäfer Krüger'),
    streets: ['Gartenstraße', 'Bahnhofstraße', 'Am Mühlbach', 'Rosenweg', 'Goethestraße'],
    cities: [
      ['Berlin', '10###'],
      ['Köln', '50###'],
      ['Leipzig', '04###'],
      ['Freiburg', '79###'],
      ['Bremen', '28###'],
    ],
  },
  {
    code: 'NL',
    name: 'Netherlands',
    locale: 'nl',
    weight: 15,
    tax: 21,
    phone: '+3162#######',
    numberFirst: false,
    first: list('Sanne Daan Fleur Bram Lotte Thijs Eva Ruben Iris Sven Noor Jasper'),
    last: list('Jansen Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer'),
    streets: ['Dorpsstraat', 'Kerkstraat', 'Molenweg', 'Nieuwstraat', 'Parallelweg'],
    cities: [
      ['Amsterdam', '10## @@'],
      ['Utrecht', '35## @@'],
      ['Groningen', '97## @@'],
      ['Venlo', '59## @@'],
      ['Arnhem', '68## @@'],
    ],
  },
  {
    code: 'FR',
    name: 'France',
    locale: 'fr',
    weight: 12,
    tax: 20,
    phone: '+336########',
    numberFirst: true,
    first: list('Manon Hugo Inès Louis Zoé Gabriel Alice Théo Jeanne Antoine Margaux Rémi'),
    last: list('Dupont Moreau Laurent Simon Michel Lefebvre Roux Fournier Girard Bonnet Mercier Faure'),
    streets: ['Rue de la Gare', 'Avenue des Alpes', 'Rue du Moulin', 'Place du Marché', 'Rue Pasteur'],
    cities: [
      ['Paris', '750##'],
      ['Grenoble', '380##'],
      ['Nantes', '440##'],
      ['Lille', '590##'],
      ['Annecy', '740##'],
    ],
  },
  {
    code: 'GB',
    name: 'United Kingdom',
    locale: 'en-GB',
    weight: 12,
    tax: 0,
    phone: '+447700900###',
    numberFirst: true,
    first: list('Olivia Jack Amelia Harry Isla George Freya Oscar Poppy Alfie Maisie Callum'),
    last: list('Smith Taylor Brown Wilson Evans Thomas Roberts Walker Wright Hughes Green Hall'),
    streets: ['High Street', 'Church Lane', 'Mill Road', 'Station Road', 'Park View'],
    cities: [
      ['Sheffield', 'S# #@@', 'South Yorkshire'],
      ['Bristol', 'BS# #@@', 'Bristol'],
      ['Edinburgh', 'EH# #@@', 'Midlothian'],
      ['Keswick', 'CA12 #@@', 'Cumbria'],
    ],
  },
  {
    code: 'US',
    name: 'United States',
    locale: 'en-US',
    weight: 14,
    tax: 0,
    phone: '+120255501##',
    numberFirst: true,
    first: list('Emily Michael Ashley Ethan Madison Tyler Hannah Logan Abigail Mason Chloe Aiden Grace'),
    last: list('Johnson Williams Miller Davis Martinez Anderson Nguyen Thompson Clark Lewis Young Patel'),
    streets: ['Maple Avenue', 'Oak Street', 'Pine Ridge Road', 'Lakeview Drive', 'Main Street'],
    cities: [
      ['Portland', '972##', 'Oregon', 'OR'],
      ['Denver', '802##', 'Colorado', 'CO'],
      ['Austin', '787##', 'Texas', 'TX'],
      ['Boston', '021##', 'Massachusetts', 'MA'],
      ['Seattle', '981##', 'Washington', 'WA'],
    ],
  },
  {
    code: 'IT',
    name: 'Italy',
    locale: 'it',
    weight: 6,
    tax: 22,
    phone: '+39347#######',
    numberFirst: false,
    first: list('Giulia Leonardo Sofia Francesco Aurora Lorenzo Alice Davide Chiara'),
    last: list('Russo Ferrari Bianchi Romano Ricci Marino Greco Gallo Costa'),
    streets: ['Via Roma', 'Via Garibaldi', 'Corso Italia', 'Via Verdi'],
    cities: [
      ['Bologna', '401##', 'Bologna', 'BO'],
      ['Trento', '381##', 'Trento', 'TN'],
      ['Roma', '001##', 'Roma', 'RM'],
    ],
  },
  {
    code: 'ES',
    name: 'Spain',
    locale: 'es',
    weight: 5,
    tax: 21,
    phone: '+34612######',
    numberFirst: false,
    first: list('Lucía Martín Paula Pablo Carla Álvaro Irene Diego'),
    last: list('López Sánchez Pérez Gómez Ruiz Díaz Moreno Muñoz'),
    streets: ['Calle Mayor', 'Calle del Sol', 'Avenida de la Paz', 'Calle Real'],
    cities: [
      ['Barcelona', '080##', 'Barcelona', 'B'],
      ['Bilbao', '480##', 'Bizkaia', 'BI'],
      ['Granada', '180##', 'Granada', 'GR'],
    ],
  },
  {
    code: 'SE',
    name: 'Sweden',
    locale: 'sv',
    weight: 4,
    tax: 25,
    phone: '+4670#######',
    numberFirst: false,
    first: list('Maja Oscar Alva Elias Ebba Hugo Wilma Axel'),
    last: list('Andersson Johansson Karlsson Nilsson Larsson Persson Berg'),
    streets: ['Storgatan', 'Skolgatan', 'Kungsgatan', 'Björkvägen'],
    cities: [
      ['Göteborg', '411 ##'],
      ['Umeå', '903 ##'],
      ['Malmö', '211 ##'],
    ],
  },
  {
    code: 'IE',
    name: 'Ireland',
    locale: 'en',
    weight: 4,
    tax: 23,
    phone: '+35385#######',
    numberFirst: true,
    first: list('Saoirse Conor Niamh Cian Ciara Oisín Róisín Darragh'),
    last: list('Murphy Kelly Walsh Ryan Doyle Brennan Nolan'),
    streets: ['Main Street', 'Chapel Road', 'Bridge Street', 'The Green'],
    cities: [
      ['Limerick', 'V94 @#@#', 'County Limerick'],
      ['Sligo', 'F91 @#@#', 'County Sligo'],
      ['Dublin', 'D06 @#@#', 'County Dublin'],
    ],
  },
  {
    code: 'AT',
    name: 'Austria',
    locale: 'de-AT',
    weight: 4,
    tax: 20,
    phone: '+43664#######',
    numberFirst: false,
    first: list('Anna Maximilian Katharina Jakob Theresa Florian Valentina'),
    last: list('Gruber Huber Bauer Steiner Moser Mayer Eder'),
    streets: ['Hauptstraße', 'Dorfplatz', 'Bergweg', 'Seestraße'],
    cities: [
      ['Wien', '10##'],
      ['Graz', '80##'],
      ['Salzburg', '50##'],
    ],
  },
  {
    code: 'PL',
    name: 'Poland',
    locale: 'pl',
    weight: 4,
    tax: 23,
    phone: '+48601######',
    numberFirst: false,
    first: list('Zofia Jakub Maja Antoni Alicja Szymon Hanna'),
    last: list('Nowak Kowalczyk Kamiński Zieliński Lis Mazur Dudek'),
    streets: ['ul. Polna', 'ul. Leśna', 'ul. Słoneczna', 'ul. Krótka'],
    cities: [
      ['Warszawa', '00-###'],
      ['Gdańsk', '80-###'],
      ['Wrocław', '50-###'],
    ],
  },
];
