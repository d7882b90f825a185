import { frenchPlural as plural } from "./plural.ts";

/** Words of persons who left their details, of what phones may ask, and of how long it is kept. */
export const frContacts = {
  title: "Contacts",
  menu: "Contacts et confidentialité",
  intro:
    "Les personnes qui ont laissé leurs coordonnées sur le téléphone d’un bénévole, avec ce à quoi elles ont dit oui. Chaque consultation et chaque copie est inscrite au journal.",
  search: "Chercher un nom, un courriel ou un téléphone",
  count: (count: number, written: string) => `${written} ${plural(count, "contact", "contacts")}`,
  more: "Voir plus",
  csv: "Copie pour tableur (CSV)",
  csvHint: "La copie est notée : si quelqu’un demande à être effacé, vous saurez où il figure encore.",
  purpose: { news: "nouvelles", events: "événements", volunteering: "bénévolat" },
  channel: { email: "courriel", phone: "téléphone", text: "SMS" },
  agreedTo: (purpose: string, channel: string) => `${purpose} par ${channel}`,
  withdrawn: "retiré",
  by: (name: string) => `par ${name}`,
  until: (date: string) => `gardé jusqu’au ${date}`,
  download: "Ses données (JSON)",
  downloadOf: (name: string) => `Ses données (JSON) : ${name}`,
  editOf: (name: string) => `Corriger la fiche de ${name}`,
  editTitle: (name: string) => `Fiche de ${name}`,
  edit: {
    open: "Corriger",
    firstName: "Prénom",
    lastName: "Nom",
    email: "Courriel",
    phone: "Téléphone",
    consents: "Ce à quoi la personne a dit oui",
    withdraw: (agreement: string) => `Retirer : ${agreement}`,
    withdrawHint: "Un accord retiré ne se rétablit pas ici : la personne devrait le redonner elle-même.",
    faults: {
      firstName: "Donnez un prénom.",
      email: "Ce n’est pas une adresse e-mail, comme nom@exemple.fr.",
      phone: "Ce n’est pas un numéro : des chiffres, avec ou sans espaces, comme 06 12 34 56 78.",
    },
    save: (withdrawn: number) =>
      withdrawn === 0 ? "Enregistrer" : `Enregistrer et retirer ${withdrawn} ${plural(withdrawn, "accord", "accords")}`,
    saved: (name: string) => `La fiche de ${name} est corrigée.`,
    same: "Rien n’a changé.",
  },
  erase: "Effacer",
  eraseOf: (name: string) => `Effacer ${name}`,
  eraseTitle: (name: string) => `Effacer ${name} ?`,
  eraseSure:
    "Ses coordonnées et ses accords disparaissent partout où la même adresse ou le même numéro a été laissé. Reste une empreinte qui empêche de lui récrire. C’est définitif.",
  eraseGo: "Effacer définitivement",
  erased: (count: number) =>
    count > 1
      ? `Effacé, ainsi que ${count - 1} ${plural(count - 1, "autre fiche", "autres fiches")} de la même personne.`
      : "Effacé.",
  copies: (count: number) =>
    `${plural(count, "Une copie la contient", `${count} copies la contiennent`)} encore : demandez à qui l’a faite de la supprimer.`,
  copy: (kind: string, date: string, by: string) => `${kind}, ${date}, ${by}`,
  someone: "auteur inconnu",
  field: {
    title: "Ce que les téléphones demandent",
    intro:
      "Par défaut, rien que des nombres par immeuble : portes, absents, refus, conversations. Ni nom d’habitant, ni opinion, ni texte libre.",
    since:
      "Un choix vaut pour toutes les tournées. Ce que vous retirez n’est plus enregistré dès maintenant ; ce que vous ajoutez apparaît quand le bénévole rouvre sa tournée avec du réseau.",
    notes: "Notes sur les immeubles",
    notesHint:
      "Le bénévole peut noter les heures d’ouverture sans code, l’ascenseur, l’interphone, et lit ce que d’autres ont noté. Rien sur les habitants.",
    contacts: "Coordonnées",
    contactsHint:
      "Le bénévole tend son téléphone à l’habitant qui le veut : celui-ci lit qui répond de ses données, remplit et coche lui-même à quoi il dit oui. C’est enregistré à part des passages, et il peut se faire effacer.",
    controller: "Qui répond de ces coordonnées",
    controllerHint: "L’habitant le lit avant d’accepter ; sans cela, rien ne lui est demandé.",
    name: "Nom du responsable",
    nameHint: "Le candidat, le parti ou l’association de campagne.",
    reach: "Comment le joindre",
    reachHint: "Une adresse, un courriel ou un téléphone auquel quelqu’un répond.",
    needed: "À remplir pour demander des coordonnées.",
    save: "Enregistrer ces choix",
    saved: "Choix enregistrés.",
    same: "Rien n’a changé.",
    unsaved: "Changements pas encore enregistrés.",
  },
  retention: {
    title: "Durées de conservation",
    intro: "Ce qui a dépassé sa durée est supprimé chaque jour par le serveur.",
    firstNameDays: "Prénoms des bénévoles, après la sortie",
    days: "jours",
    electionDay: "Jour du scrutin",
    eventDays: "Détail des passages, après le scrutin",
    eventHint: "Restent les sommes par immeuble, sans heure.",
    contactsUntil: "Tous les contacts, au plus tard le",
    contactsHint: "Vide : chacun à la date qui lui a été promise.",
    invalid: "Entre 0 et 3650 jours.",
    save: "Enregistrer",
    saved: "Enregistré.",
    due: (what: string) => `À supprimer maintenant : ${what}.`,
    dueContacts: (count: number, written: string) => `${written} ${plural(count, "contact", "contacts")}`,
    dueNames: (count: number, written: string) => `${written} ${plural(count, "prénom", "prénoms")}`,
    dueEvents: (count: number, written: string) => `${written} ${plural(count, "passage", "passages")}`,
    none: "Rien n’a dépassé sa durée.",
    last: (date: string) => `Dernière suppression : ${date}.`,
    go: "Supprimer maintenant",
    purged: "C’est supprimé.",
  },
};
