import type { frGuide } from "./fr-guide.ts";

/** The help of each screen: what it shows, how to read it, what it does not say. */
export const enGuide: typeof frGuide = {
  open: (name: string) => `Help: ${name}`,
  shows: "What this screen shows",
  read: "How to read it",
  silent: "What it does not say",
  home: {
    name: "Territories",
    shows: "The territories of this machine: each brings together the public data of a town or neighbourhood.",
    read: "Open a territory to work on it. The menu of a card renames it, adds a file to it or deletes it.",
    silent: "Nothing is sent elsewhere: territories and what you write stay on this machine.",
  },
  import: {
    name: "Import",
    shows: "The files that you bring, what each holds, and what is still missing to make a territory.",
    read: "Only streets are required. Each file is recognised by its content, not its name; if its columns are unknown, say what they hold. The final report counts what was kept and what was not, with the reason.",
    silent: "That a file is recognised does not prove that it is up to date or complete: read “Before anyone walks”.",
  },
  stations: {
    name: "Stations",
    shows:
      "The polling stations, by what can be won there: mobilisation, persuasion, votes per hour, or the mix that you set.",
    read: "Tick stations or draw a zone; the bar below counts the doors. A score is an estimate with an 80% interval: two stations whose intervals overlap are worth the same.",
    silent: "A score holds for a whole station. It says nothing of a person, a household or a door.",
  },
  station: {
    name: "One station",
    shows:
      "All that is known of a polling station: its results, its score with the reasons, who lives there, its addresses.",
    read: "Every reason of the score says what it adds or takes away. Years whose boundaries have moved say what share was found again.",
    silent:
      "A census figure is as old as its year and comes from a larger neighbourhood. Nothing here concerns a person.",
  },
  zones: {
    name: "Cutting into zones",
    shows:
      "The territory shared out between zones to walk: who goes where. Several zonings can live side by side on the same addresses.",
    read: "Draw with the pen, the brush or from the lists; or have it cut into equal parts and correct them. Everything is saved as it happens and nothing is lost: undo goes back as far as you like.",
    silent:
      "A zone plans no routes by itself: tick it, then “Plan the routes”. Its outline on the map follows its addresses, not official limits.",
  },
  camps: {
    name: "Candidates",
    shows: "The candidates of each election, and where you place them: ours, near, far, hostile.",
    read: "At least one candidate must be ours for there to be a score. Begin with a ready-made proposal, then correct it. Every change is saved and can be undone.",
    silent: "Where a candidate stands is your political reading: Arpent has none.",
  },
  routes: {
    name: "Routes",
    shows: "From the selection to the sheets: who walks which streets, in what order, and for how long.",
    read: "Say how many you are and for how long, then start. Every route fits the time that is given; what does not fit is listed with the reason.",
    silent: "Durations suppose an ordinary pace and a mean time per door: your first outing will tell you yours.",
  },
  reliability: {
    name: "Reliability",
    shows: "What the scores would have been worth at past elections, with what was known the day before each.",
    read: "Compare the score with simply carrying over the last result: where it does no better, do not rank by it.",
    silent: "The past promises nothing: a new candidate or new boundaries can change everything.",
  },
  sources: {
    name: "Data",
    shows: "Where every number comes from: files, licences, rows kept and left out, field assumptions.",
    read: "Begin with “Before anyone walks”: warnings come first.",
    silent: "Public files have errors of their own; Arpent counts only those that it can see.",
  },
  compare: {
    name: "Compare",
    shows: "Up to four neighbourhoods side by side, one measure per row.",
    read: "The best value is said in words, and only where the intervals do not overlap.",
    silent: "A difference without a mention is not certain: it may be chance.",
  },
  outings: {
    name: "Outings",
    shows: "The plans that are really walked: each outing has a day, a meeting point and one link per route.",
    read: "Open an outing to hand out its links, to follow who is where, or to share out again what is left. An outing is made of a plan that is done, in the Routes tab.",
    silent:
      "An outing does not change the plan that it comes from. Who does not organize sees only what their role allows.",
  },
  outing: {
    name: "One outing",
    shows: "How far the outing is, route by route, as phones send what was said at the doors.",
    read: "Before you leave, print the route sheets or the QR codes; give everybody their link or code. “Split what is left” shares out the addresses that are left between those who still walk. Closing the outing closes all links.",
    silent:
      "A phone without a network keeps everything and sends it later: a silent route is not a stopped one. Answers of fewer than eleven people are not shown.",
  },
  coverage: {
    name: "Already done",
    shows: "What was knocked at on this territory in all outings together: by address, by station and by day.",
    read: "“Reached” counts a door once, “tried” each time. The next plan can leave out what is done.",
    silent: "It does not say what people answered, nor who knocked. A share of fewer than eleven doors is not shown.",
  },
  contacts: {
    name: "Contacts and privacy",
    shows: "The people who left their details, what phones may ask for, and how long everything is kept.",
    read: "Look for a person to correct, hand over or erase what you have of them. As long as “Contact details” is not ticked below, no phone asks for them and the list stays empty.",
    silent: "There is no opinion and no score of a person. Copies that were downloaded do not erase themselves.",
  },
  team: {
    name: "Team",
    shows: "Who has an account in this campaign, in which role, and the invitations that are still open.",
    read: "“Invite” makes a link that works once: send it yourself. A team leader sees their own outings alone; an observer looks without changing anything.",
    silent: "Volunteers who walk have no account: they are given the link of their route.",
  },
  account: {
    name: "My account",
    shows: "Your account: where it is open, your password, your second step.",
    read: "Sign out a device that you do not know, then change your password. Keep the recovery codes away from this phone.",
    silent: "Your role is not changed here: the director gives it.",
  },
  audit: {
    name: "Log",
    shows: "Who came in, and who saw, exported or changed what concerns persons, the latest first.",
    read: "One line per action. Download it to answer a request, or for the data protection officer.",
    silent: "It holds no contact details and does not say word for word what was read. Nothing is erased from it.",
  },
  routePage: {
    name: "This route",
    shows: "One route: the stop to go to now, how to get there, the map, then the whole list.",
    read: "“Next stop” goes on by one address. The list and the map lead to any other.",
    silent: "This page notes nothing down: tick on the printed sheet. It closes with its link.",
  },
  signIn: {
    name: "Sign in",
    shows: "The way in for the team of the campaign. Every account comes from an invitation.",
    read: "Give the address and the password of your account, then the code of your phone if you have a second step. After too many tries, wait: the page says how long.",
    silent: "Volunteers have no account: they open the link of their route, or type its code at the address /code.",
  },
  invitation: {
    name: "Your invitation",
    shows: "The account that you are offered: its role, and until when the link is good.",
    read: "Write your name, your address and a password: four unrelated words will do. After that you sign in like everybody else.",
    silent: "The link works once. If it has expired, ask whoever sent it for another.",
  },
};
