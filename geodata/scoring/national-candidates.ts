import type { Family } from "./families.ts";

/**
 * Candidates of presidential elections and heads of lists of European elections since 2007, whose published results
 * often carry no nuance. Their family is that of the nuance of the party that presented them (Conseil constitutionnel
 * and Ministry of the Interior, lists of candidates of each election).
 */
export const NATIONAL_CANDIDATES: readonly (readonly [Family, readonly string[]])[] = [
  [
    "far-left",
    [
      "Olivier Besancenot",
      "Arlette Laguiller",
      "Gérard Schivardi",
      "Philippe Poutou",
      "Nathalie Arthaud",
      "Jean-Pierre Mercier",
      "Omar Slaouti",
      "Selma Labib",
    ],
  ],
  [
    "left",
    [
      "Ségolène Royal",
      "Marie-George Buffet",
      "François Hollande",
      "Jean-Luc Mélenchon",
      "Benoît Hamon",
      "Anne Hidalgo",
      "Fabien Roussel",
      "Harlem Désir",
      "Patrick Le Hyaric",
      "Pervenche Berès",
      "Pierre Larrouturou",
      "Raphaël Glucksmann",
      "Manon Aubry",
      "Ian Brossat",
      "Léon Deffontaines",
      "Guillaume Lacroix",
    ],
  ],
  [
    "ecologist",
    [
      "Dominique Voynet",
      "José Bové",
      "Eva Joly",
      "Yannick Jadot",
      "Daniel Cohn-Bendit",
      "Pascal Durand",
      "Dominique Bourg",
      "Marie Toussaint",
      "Yann Wehrling",
    ],
  ],
  [
    "centre",
    [
      "François Bayrou",
      "Emmanuel Macron",
      "Marielle de Sarnez",
      "Nathalie Loiseau",
      "Valérie Hayer",
      "Jean-Christophe Lagarde",
      "Corinne Lepage",
    ],
  ],
  [
    "right",
    [
      "Nicolas Sarkozy",
      "François Fillon",
      "Valérie Pécresse",
      "Michel Barnier",
      "Alain Lamassoure",
      "François-Xavier Bellamy",
      "Nicolas Dupont-Aignan",
      "Philippe de Villiers",
      "Jean-Pierre Enjalbert",
      "Christine Boutin",
    ],
  ],
  [
    "far-right",
    [
      "Jean-Marie Le Pen",
      "Marine Le Pen",
      "Éric Zemmour",
      "Jordan Bardella",
      "Marion Maréchal",
      "Aymeric Chauprade",
      "Jean-Michel Dubois",
      "Florian Philippot",
    ],
  ],
  [
    "other",
    ["Jacques Cheminade", "Jean Lassalle", "François Asselineau", "Frédéric Nihous", "Hélène Thouy", "Francis Lalanne"],
  ],
];
