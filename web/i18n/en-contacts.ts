import type { frContacts } from "./fr-contacts.ts";
import { englishPlural as plural } from "./plural.ts";

export const enContacts: typeof frContacts = {
  title: "Contacts",
  menu: "Contacts and privacy",
  intro:
    "Persons who left their details on a volunteer’s phone, with what they agreed to. Every look and every copy is written down in the log.",
  search: "Find a name, an e-mail or a phone number",
  count: (count, written) => `${written} ${plural(count, "contact", "contacts")}`,
  more: "Show more",
  csv: "Copy for spreadsheets (CSV)",
  csvHint: "The copy is noted: when somebody asks to be erased, you will know where they still are.",
  purpose: { news: "news", events: "events", volunteering: "volunteering" },
  channel: { email: "e-mail", phone: "phone", text: "text message" },
  agreedTo: (purpose, channel) => `${purpose} by ${channel}`,
  withdrawn: "withdrawn",
  by: (name) => `by ${name}`,
  until: (date) => `kept until ${date}`,
  download: "Their data (JSON)",
  downloadOf: (name) => `Their data (JSON): ${name}`,
  editOf: (name) => `Correct the entry of ${name}`,
  editTitle: (name) => `Entry of ${name}`,
  edit: {
    open: "Correct",
    firstName: "First name",
    lastName: "Last name",
    email: "E-mail",
    phone: "Phone",
    consents: "What the person agreed to",
    withdraw: (agreement) => `Withdraw: ${agreement}`,
    withdrawHint: "A consent that is withdrawn cannot be put back here: the person would have to give it again.",
    faults: {
      firstName: "Give a first name.",
      email: "This is not an e-mail address, like name@example.org.",
      phone: "This is not a phone number: digits, with or without spaces, like 06 12 34 56 78.",
    },
    save: (withdrawn) =>
      withdrawn === 0 ? "Save" : `Save and withdraw ${withdrawn} ${plural(withdrawn, "consent", "consents")}`,
    saved: (name) => `The entry of ${name} is corrected.`,
    same: "Nothing has changed.",
  },
  erase: "Erase",
  eraseOf: (name) => `Erase ${name}`,
  eraseTitle: (name) => `Erase ${name}?`,
  eraseSure:
    "Their details and consents go wherever the same address or number was left. A fingerprint stays, so that nobody writes to them again. There is no way back.",
  eraseGo: "Erase for good",
  erased: (count) =>
    count > 1
      ? `Erased, with ${count - 1} other ${plural(count - 1, "entry", "entries")} of the same person.`
      : "Erased.",
  copies: (count) =>
    `${plural(count, "A copy still holds", `${count} copies still hold`)} them: ask whoever made it to delete it.`,
  copy: (kind, date, by) => `${kind}, ${date}, ${by}`,
  someone: "maker unknown",
  field: {
    title: "What phones ask",
    intro:
      "By default nothing but counts by building: doors, absent, refused, conversations. No resident’s name, no opinion, no free text.",
    since:
      "A choice is for all routes. What you take away is no longer stored from now on; what you add appears when the volunteer opens their route again with a network.",
    notes: "Notes on buildings",
    notesHint:
      "The volunteer can note the hours without a door code, the lift, the intercom, and reads what others noted. Nothing about residents.",
    contacts: "Contact details",
    contactsHint:
      "The volunteer hands the phone to a resident who wants to: they read who answers for their data, fill it in and tick what they agree to themselves. It is stored apart from the visits, and they can have it erased.",
    controller: "Who answers for these details",
    controllerHint: "The resident reads it before agreeing; without it, nothing is asked of them.",
    name: "Name of who is responsible",
    nameHint: "The candidate, the party or the campaign’s association.",
    reach: "How to reach them",
    reachHint: "An address, an e-mail or a phone number that somebody answers.",
    needed: "Needed to ask for contact details.",
    save: "Save these choices",
    saved: "Choices saved.",
    same: "Nothing has changed.",
    unsaved: "Changes not saved yet.",
  },
  retention: {
    title: "How long things are kept",
    intro: "What has stayed as long as it may is deleted by the server every day.",
    firstNameDays: "First names of volunteers, after the outing",
    days: "days",
    electionDay: "Election day",
    eventDays: "Details of visits, after the election",
    eventHint: "Sums by building stay, without the hour.",
    contactsUntil: "All contacts, at the latest on",
    contactsHint: "Empty: each at the date that was promised.",
    invalid: "From 0 to 3650 days.",
    save: "Save",
    saved: "Saved.",
    due: (what) => `To be deleted now: ${what}.`,
    dueContacts: (count, written) => `${written} ${plural(count, "contact", "contacts")}`,
    dueNames: (count, written) => `${written} ${plural(count, "first name", "first names")}`,
    dueEvents: (count, written) => `${written} ${plural(count, "visit", "visits")}`,
    none: "Nothing has stayed too long.",
    last: (date) => `Last deletion: ${date}.`,
    go: "Delete now",
    purged: "Deleted.",
  },
};
