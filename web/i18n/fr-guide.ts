/** The help of each screen: what it shows, how to read it, what it does not say. */
export const frGuide = {
  open: (name: string) => `Aide : ${name}`,
  shows: "Ce que montre cet écran",
  read: "Comment le lire",
  silent: "Ce qu’il ne dit pas",
  home: {
    name: "Territoires",
    shows: "Les territoires de cette machine : chacun rassemble les données publiques d’une ville ou d’un quartier.",
    read: "Ouvrez un territoire pour travailler dessus. Le menu d’une carte permet de le renommer, de lui ajouter un fichier ou de le supprimer.",
    silent: "Rien n’est envoyé ailleurs : les territoires et ce que vous écrivez restent sur cette machine.",
  },
  import: {
    name: "Importer",
    shows: "Les fichiers que vous apportez, ce que chacun contient, et ce qui manque encore pour faire un territoire.",
    read: "Seules les rues sont indispensables. Chaque fichier est reconnu à son contenu, pas à son nom ; si ses colonnes sont inconnues, dites ce qu’elles contiennent. Le rapport final compte ce qui a été retenu et ce qui ne l’a pas été, avec la raison.",
    silent:
      "Qu’un fichier soit reconnu ne prouve pas qu’il est à jour ni complet : lisez « À savoir avant de partir ».",
  },
  stations: {
    name: "Secteurs",
    shows:
      "Les bureaux de vote, classés par ce qu’on peut y gagner : mobilisation, persuasion, voix par heure, ou le mélange que vous réglez.",
    read: "Cochez des bureaux ou dessinez une zone ; la barre du bas compte les portes. Un score est une estimation avec un intervalle à 80 % : deux bureaux dont les intervalles se recouvrent se valent.",
    silent: "Un score vaut pour un bureau entier. Il ne dit rien d’une personne, d’un foyer ou d’une porte.",
  },
  camps: {
    name: "Camps",
    shows: "Les candidats de chaque scrutin, et où vous les placez : les nôtres, proches, éloignés, hostiles.",
    read: "Au moins un candidat doit être des nôtres pour qu’il y ait un score. Commencez par une proposition toute faite, puis corrigez. Chaque changement est enregistré et peut être défait.",
    silent: "La place d’un candidat est votre lecture politique : Arpent n’en a pas.",
  },
  routes: {
    name: "Tournées",
    shows:
      "De la sélection aux feuilles de route : qui marche dans quelles rues, dans quel ordre, en combien de temps.",
    read: "Dites combien vous êtes et pour combien de temps, puis lancez le calcul. Chaque tournée tient dans le temps donné ; ce qui n’y tient pas est listé avec la raison.",
    silent:
      "Les durées supposent une marche ordinaire et un temps moyen par porte : la première sortie vous dira les vôtres.",
  },
  reliability: {
    name: "Fiabilité",
    shows: "Ce que les scores auraient valu aux élections passées, avec ce qu’on savait la veille de chacune.",
    read: "Comparez le score au simple report du dernier résultat : s’il ne fait pas mieux, ne vous y fiez pas pour classer.",
    silent: "Le passé ne promet rien : une nouvelle candidature ou un redécoupage peut tout changer.",
  },
  sources: {
    name: "Données",
    shows: "D’où vient chaque nombre : fichiers, licences, lignes retenues et écartées, hypothèses de terrain.",
    read: "Commencez par « À savoir avant de partir » : les avertissements y sont en premier.",
    silent: "Les fichiers publics ont leurs propres erreurs ; Arpent ne compte que celles qu’il peut voir.",
  },
  compare: {
    name: "Comparer",
    shows: "Jusqu’à quatre quartiers côte à côte, une mesure par ligne.",
    read: "La meilleure valeur est dite en toutes lettres, et seulement quand les intervalles ne se recouvrent pas.",
    silent: "Une différence sans mention n’est pas sûre : elle peut être due au hasard.",
  },
};
