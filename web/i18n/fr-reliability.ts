import { frenchPlural as plural } from "./plural.ts";

/** Elections by how well a score ordered the stations there. */
export interface ToldTally {
  readonly fair: number;
  readonly good: number;
  readonly weak: number;
  readonly none: number;
  readonly naiveAsGood: number;
}

/** Words of what past elections say of the scores. Numbers arrive written. */
export const frReliability = {
  heading: "Peut-on s’y fier ?",
  intro:
    "Chaque élection passée est rejouée : le score est calculé avec ce que l’on savait avant elle, puis comparé à ce qui est arrivé.",
  camp: (name: string) => `Camp : ${name}.`,
  failed: "Les élections passées n’ont pas pu être rejouées.",
  level: { reliable: "Fiable", weak: "Faible", none: "Pas de signal", untested: "Non éprouvé" },
  tally: (told: ToldTally) => {
    const orders = [
      [told.good, "bon"],
      [told.weak, "faible"],
      [told.none, "nul"],
    ] as const;
    const counts = orders.filter(([count]) => count > 0).map(([count, word]) => `${word} à ${count}`);
    const naive =
      told.naiveAsGood === 0
        ? "Aucun indice naïf n’aurait fait aussi bien."
        : `Un indice naïf aurait fait aussi bien à ${told.naiveAsGood}.`;
    return `Sur ${told.fair} ${plural(told.fair, "élection comparable", "élections comparables")}, l’ordre annoncé était ${counts.join(", ")}. ${naive}`;
  },
  glance: {
    title: "D’un coup d’œil",
    caption: "Ordre des bureaux annoncé par chaque score, élection par élection",
    election: "Élection",
    grade: { good: "bon", weak: "faible", none: "nul" },
    unfair: "à part",
    naive: "naïf aussi bon",
    noTest: "non testé",
    key: "Corrélation de rang : 1, l’ordre exact des bureaux ; 0, le hasard ; en dessous, l’ordre inverse. « À part » : l’élection n’a pas fait voter plus de monde que celle à laquelle on la compare, et ne compte pas dans le verdict. Touchez un nombre pour le détail.",
    open: (score: string, election: string) => `${score}, ${election} : voir le détail`,
    download: "Télécharger le tableau (CSV)",
    fileName: (territory: string) => `fiabilite-${territory}.csv`,
  },
  csv: {
    election: "élection",
    score: "score",
    isFair: "élection comparable",
    yes: "oui",
    no: "non",
    reference: "référence",
    stations: "bureaux",
    meanGain: "gain moyen (points)",
    correlation: (index: string) => `corrélation de rang : ${index}`,
    within: (index: string) => `corrélation par circonscription : ${index}`,
    lift: (index: string) => `gain en plus chez les 20 % premiers (points) : ${index}`,
    error: (index: string) => `erreur moyenne (points) : ${index}`,
    bestLift: "gain en plus, au mieux (points)",
    coverage: "part dans l’intervalle à 80 %",
    naiveAsGood: "indice naïf aussi bon",
    verdict: "verdict",
  },
  detail: {
    title: "Une élection en détail",
    score: "Score",
    election: "Élection",
    unfair:
      "Cette élection n’a pas fait voter plus de monde que celle de référence : le test montre où votre camp a le mieux résisté, pas qui l’on mobilise.",
    seen: "Le score n’a vu que",
    reference: "Comparée à",
    stations: "Bureaux comparés",
    meanGain: "Votre camp, en moyenne",
    gained: (points: string) => `${points} points d’inscrits`,
    gainedSteady: (points: string) => `${points} points d’inscrits, à participation égale`,
  },
  index: {
    title: "Quatre façons de classer les bureaux",
    name: {
      score: "Le score",
      lastResult: "Dernier résultat",
      abstentionTimesOwn: "Abstention × notre part",
      uniformSwing: "Même évolution partout",
      oracle: "Qui saurait tout",
    },
    column: "Indice",
    order: "Ordre",
    first: "20 % premiers",
    error: "Erreur",
    within: (value: string) => `${value} par circo.`,
    unordered: "aucun ordre",
    points: (value: string) => `${value} pt`,
    note: "Ordre : corrélation de rang, en petit à l’intérieur des circonscriptions. 20 % premiers : part de tout le gain trouvée chez les 20 % d’inscrits que l’indice classe premiers (le hasard en trouve 20 %), et de combien de points le gain y dépasse la moyenne. Erreur : écart moyen, en points, entre gain annoncé et obtenu.",
    noteLost:
      "Ordre : corrélation de rang, en petit à l’intérieur des circonscriptions. 20 % premiers : de combien de points l’évolution y dépasse la moyenne ; une part du gain n’a pas de sens ici, votre camp ayant perdu ou à peine gagné. Erreur : écart moyen, en points, entre évolution annoncée et obtenue.",
  },
  lift: {
    title: "Et si l’on avait commencé par les premiers ?",
    caption:
      "Gain au-dessus de la moyenne, en points, chez les premiers inscrits que chaque indice désigne ; 0, comme au hasard.",
    horizontal: "part des inscrits, les premiers classés d’abord",
    summary: (parts: readonly string[]) =>
      `Gain au-dessus de la moyenne chez les 20 % d’inscrits classés premiers, en points : ${parts.join(" ; ")}.`,
    part: (index: string, points: string) => `${index} ${points}`,
    table: "Les nombres de la courbe",
    share: "Inscrits",
  },
  tenths: {
    title: "Annoncé et obtenu",
    caption: (count: number) =>
      `Les bureaux en ${count} ${plural(count, "tranche", "tranches")}, du gain annoncé le plus bas au plus haut, en points d’inscrits.`,
    foretold: "annoncé",
    realised: "obtenu",
    group: "Tranche",
    gap: (points: string, value: number) =>
      `Écart moyen : ${points} ${plural(value, "point", "points")} par tranche. Le niveau général vient de l’élection elle-même : un score range les bureaux, il n’annonce pas le total.`,
    table: "Les nombres par tranche",
  },
  coverage: {
    title: "Les intervalles tiennent-ils ?",
    intro: (share: string) =>
      `Un intervalle à 80 % doit contenir huit bureaux sur dix ; entre 75 et 85 %, il tient. Ici, tous bureaux confondus : ${share}.`,
    few: "Trop peu de bureaux pour mesurer les intervalles sur cette élection : leur largeur vient de mesures faites ailleurs.",
    size: "Taille du bureau",
    stations: "Bureaux",
    inside: "Dedans",
    upTo: (high: string) => `moins de ${high} inscrits`,
    between: (low: string, high: string) => `${low} à ${high} inscrits`,
    from: (low: string) => `${low} inscrits et plus`,
    verdict: {
      onTarget: "tient",
      chance: "trop peu de bureaux pour dire",
      narrow: "trop étroit",
      wide: "trop large",
    },
  },
  census: {
    title: "Ce qu’ajoute le recensement",
    caption: "Erreur avec le recensement, par rapport à sans : appris sur une élection, essayé sur la suivante",
    learned: "Appris sur",
    tried: "Essayé sur",
    change: "Erreur",
    percent: (signed: string) => `${signed} %`,
  },
  research: {
    title: "Ce que la recherche en dit",
    source: (text: string) => `Source : ${text}`,
    reservoir: {
      claim: "Une réserve n’est pas une prévision.",
      text: "Le score range des bureaux ; additionné, il n’annonce aucun résultat. Que frapper là où il est haut rapporte plus de voix que frapper ailleurs reste à prouver : il y faudrait une expérience, bureaux tirés au sort.",
    },
    census: {
      claim: "Le recensement n’ajoute rien aux votes passés.",
      text: "À Paris, revenus et logement social seuls classent les bureaux à 0,81 ; les votes passés à 0,90, avec ou sans le recensement. Il sert là où l’on n’a pas de résultats, et à expliquer.",
      source:
        "mesure sur données ouvertes, 858 bureaux de Paris, européennes et législatives de 2024. Une seule ville, une seule paire d’élections.",
    },
    persuasion: {
      claim: "Convaincre ne déplace peut-être aucune voix.",
      text: "Sur 49 expériences de terrain aux États-Unis, la meilleure estimation de l’effet d’un contact sur le choix, à une élection générale, est zéro.",
      source: "Kalla et Broockman, American Political Science Review 112(1), 2018.",
    },
    france: {
      claim: "En France, l’effet mesuré porte sur le choix, pas sur la participation.",
      text: "Présidentielle de 2012, cinq millions de portes : aucun effet sur la participation, mais une hausse de la part de voix du candidat, encore visible aux élections suivantes.",
      source: "Pons, American Economic Review 108(6), 2018.",
    },
    turnout: {
      claim: "Faire voter marche moins bien en Europe.",
      text: "Environ 2,5 points de participation par contact aux États-Unis, nettement moins dans six pays d’Europe ; deux essais danois ne trouvent rien.",
      source:
        "Green, McGrath et Aronow, Journal of Elections, Public Opinion and Parties 23(1), 2013 ; Bhatti, Dahlgaard, Hansen et Hansen, British Journal of Political Science 49(1), 2019.",
    },
    newcomer: {
      claim: "Un nouveau candidat peut tout retourner.",
      text: "À Paris en 2022, aucune méthode essayée n’annonçait où l’extrême droite progresserait : l’ordre était même plutôt inverse (−0,33).",
      source: "mesure sur données ouvertes, européennes de 2019 et présidentielle de 2022.",
    },
  },
  leftOut: {
    title: "Résultats laissés de côté",
    none: "Tous les résultats s’additionnent.",
    intro: (count: number, text: string) =>
      `${text} ${plural(count, "résultat ne s’additionne pas", "résultats ne s’additionnent pas")} : aucun calcul ne ${plural(count, "l’utilise", "les utilise")}.`,
    election: (name: string, text: string, count: number) => `${name} : ${text} ${plural(count, "bureau", "bureaux")}`,
    pending: "Connus quand les scores seront calculés.",
  },
};
