/**
 * Words that customers of shops use for one thing, a line each. Only words that nearly always mean the same:
 * a wrong pair costs more than a missing one.
 */
const GROUPS: Record<string, string> = {
  en: `
    parcel package shipment consignment
    order purchase
    buy purchase
    refund reimburse reimbursement repay
    return send-back
    exchange swap replace replacement
    cancel stop terminate end
    delete remove erase close
    change edit modify alter update
    create make set-up
    broken damaged defective faulty
    fix repair solve
    missing lost
    voucher coupon code
    discount promo promotion sale
    price cost
    fee charge surcharge
    size sizing fit measurement
    colour color
    wash clean launder
    email mail e-mail
    phone telephone mobile
    picture photo image
    website site page
    account profile
    login sign-in
    deliver ship dispatch send
    delivery shipping dispatch postage
    track trace follow
    courier carrier
    customs duty duties
    warranty guarantee
    invoice receipt bill
    subscribe subscription
    unsubscribe opt-out
    points rewards
    find locate
    show display view see
    choose select pick
    receive get
    quick fast`,
  de: `
    paket sendung lieferung päckchen
    bestellung auftrag kauf
    kaufen bestellen
    erstattung rückerstattung rückzahlung
    rücksendung retoure rückgabe
    zurückschicken zurücksenden zurückgeben
    umtausch tausch austausch
    umtauschen tauschen austauschen
    stornieren kündigen abbrechen widerrufen
    löschen entfernen
    ändern bearbeiten anpassen
    kaputt defekt beschädigt
    reparieren beheben
    gutschein rabattcode code
    rabatt nachlass aktion
    preis kosten
    gebühr aufpreis
    größe passform
    waschen reinigen
    e-mail mail
    telefon handy
    bild foto
    webseite website seite
    konto profil
    anmelden einloggen
    liefern versenden verschicken
    versand lieferung
    verfolgen nachverfolgen
    zoll einfuhrabgaben
    garantie gewährleistung
    rechnung beleg quittung
    punkte prämien
    finden suchen
    schnell rasch`,
  fr: `
    colis paquet envoi
    commande achat
    acheter commander
    remboursement rembourser
    retour renvoi
    retourner renvoyer
    échange échanger
    annuler résilier
    supprimer effacer
    changer modifier
    cassé endommagé défectueux
    bon coupon code
    réduction remise promotion
    prix coût
    frais supplément
    taille pointure
    laver nettoyer
    courriel mail e-mail
    téléphone portable
    photo image
    compte profil
    livrer expédier envoyer
    livraison expédition
    douane taxes
    facture reçu`,
  es: `
    paquete envío
    pedido compra
    comprar pedir
    reembolso devolución
    devolver retornar
    cambio cambiar
    cancelar anular
    borrar eliminar
    modificar cambiar
    roto dañado defectuoso
    cupón vale código
    descuento promoción
    precio coste
    talla tamaño
    lavar limpiar
    correo email
    teléfono móvil
    foto imagen
    cuenta perfil
    entregar enviar
    entrega envío
    aduana aranceles
    factura recibo`,
  nl: `
    pakket zending pakje
    bestelling aankoop
    kopen bestellen
    terugbetaling restitutie
    retour terugzending
    retourneren terugsturen
    ruilen omruilen
    annuleren opzeggen
    verwijderen wissen
    wijzigen aanpassen veranderen
    kapot beschadigd defect
    kortingscode code voucher
    korting actie
    prijs kosten
    maat pasvorm
    wassen reinigen
    e-mail mail
    telefoon mobiel
    foto afbeelding
    account profiel
    leveren verzenden
    verzending levering bezorging
    douane invoerrechten
    factuur bon`,
};

/** The groups of a language, as words. */
export function synonymGroups(language: string): string[][] {
  return (GROUPS[language] ?? '')
    .split('\n')
    .map((line) => line.trim().split(/\s+/).filter(Boolean))
    .filter((words) => words.length > 1);
}

/** From each word to the others that mean the same; `stem` gives a word's lexeme, or null for one that is not searched. */
export function synonymMap(language: string, stem: (word: string) => string | null): Map<string, string[]> {
  const map = new Map<string, Set<string>>();
  for (const group of synonymGroups(language)) {
    const stems = [...new Set(group.map(stem).filter((one): one is string => one !== null))];
    for (const one of stems) {
      const others = map.get(one) ?? new Set();
      for (const other of stems) if (other !== one) others.add(other);
      map.set(one, others);
    }
  }
  return new Map([...map].map(([lexeme, others]) => [lexeme, [...others]]));
}
