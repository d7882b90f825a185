import type { Family } from "./families.ts";

/**
 * Candidates of presidential elections, and heads of lists of European elections since 2007 and of regional elections
 * in Île-de-France since 2010, whose published results often carry no nuance. Their family is that of the nuance of the
 * party that presented them (Conseil constitutionnel and Ministry of the Interior, lists of candidates of each
 * election). Names that many people bear are left out.
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
      "Camille Adoue",
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
      "Jean-Paul Huchon",
      "Claude Bartolone",
      "Clémentine Autain",
      "Audrey Pulvar",
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
      "Cécile Duflot",
      "Emmanuelle Cosse",
      "Julien Bayou",
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
      "Alain Dolium",
      "Laurent Saint-Martin",
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
      "Marie-Christine Arnautu",
      "Wallerand de Saint-Just",
      "Renaud Camus",
      "Vincent Vauclin",
    ],
  ],
  [
    "other",
    ["Jacques Cheminade", "Jean Lassalle", "François Asselineau", "Frédéric Nihous", "Hélène Thouy", "Francis Lalanne"],
  ],
];
