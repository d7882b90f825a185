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
  station: {
    name: "Un bureau",
    shows:
      "Tout ce que l’on sait d’un bureau de vote : ses résultats, son score et ses raisons, ses habitants, ses adresses.",
    read: "Chaque raison du score dit ce qu’elle ajoute ou retire. Les années dont les contours ont bougé disent quelle part a été retrouvée.",
    silent:
      "Un chiffre de recensement date de son année et vient d’un quartier plus grand. Rien ici ne concerne une personne.",
  },
  zones: {
    name: "Découpage en zones",
    shows:
      "Le territoire partagé en zones à parcourir : qui va où. Plusieurs découpages peuvent vivre côte à côte sur les mêmes adresses.",
    read: "Dessinez au crayon, au pinceau ou depuis les listes ; ou laissez couper en parts égales, puis corrigez. Tout est enregistré au fur et à mesure, rien n’est perdu : annuler revient aussi loin que vous voulez.",
    silent:
      "Une zone ne prépare pas de tournée à elle seule : cochez-la, puis « Planifier les tournées ». Son contour sur la carte suit ses adresses, pas les limites officielles.",
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
  outings: {
    name: "Sorties",
    shows: "Les plans que l’on parcourt vraiment : chaque sortie a un jour, un rendez-vous et un lien par tournée.",
    read: "Ouvrez une sortie pour distribuer ses liens, suivre qui est où, ou répartir autrement ce qui reste. Une sortie naît d’un plan terminé, dans l’onglet Tournées.",
    silent: "Une sortie ne change pas le plan dont elle vient. Qui n’organise pas ne voit que ce que son rôle permet.",
  },
  outing: {
    name: "Une sortie",
    shows:
      "Où en est la sortie, tournée par tournée, à mesure que les téléphones envoient ce qui a été dit aux portes.",
    read: "Avant de partir, imprimez les feuilles de route ou la planche de QR codes ; donnez à chacun son lien ou son code. « Répartir ce qui reste » partage les adresses qui restent entre ceux qui marchent encore. Clore la sortie ferme tous les liens.",
    silent:
      "Un téléphone sans réseau garde tout et enverra plus tard : une tournée silencieuse n’est pas une tournée arrêtée. Les réponses de moins de onze personnes ne sont pas montrées.",
  },
  coverage: {
    name: "Déjà fait",
    shows: "Ce qui a été frappé sur ce territoire, toutes sorties réunies : par adresse, par bureau et par jour.",
    read: "« Atteintes » compte une porte une fois, « frappées » la compte à chaque passage. Le prochain plan peut laisser de côté ce qui est fait.",
    silent:
      "Il ne dit pas ce que les gens ont répondu, ni qui a frappé. Une part de moins de onze portes n’est pas montrée.",
  },
  contacts: {
    name: "Contacts et confidentialité",
    shows:
      "Les personnes qui ont laissé leurs coordonnées, ce que les téléphones ont le droit de demander, et combien de temps tout est gardé.",
    read: "Cherchez une personne pour corriger, remettre ou effacer ce que vous avez d’elle. Tant que « Coordonnées » n’est pas coché plus bas, aucun téléphone ne les demande et la liste reste vide.",
    silent:
      "Aucune opinion, aucun score de personne n’y figure. Les copies déjà téléchargées ne s’effacent pas d’elles-mêmes.",
  },
  team: {
    name: "Équipe",
    shows: "Qui a un compte dans cette campagne, avec quel rôle, et les invitations encore ouvertes.",
    read: "« Inviter » fait un lien qui ne sert qu’une fois : envoyez-le vous-même. Un chef d’équipe ne voit que ses sorties ; l’observation regarde sans rien changer.",
    silent: "Les bénévoles qui marchent n’ont pas de compte : ils reçoivent le lien de leur tournée.",
  },
  account: {
    name: "Mon compte",
    shows: "Votre compte : où il est ouvert, votre mot de passe, votre seconde étape.",
    read: "Déconnectez un appareil que vous ne reconnaissez pas, puis changez de mot de passe. Gardez les codes de secours hors de ce téléphone.",
    silent: "Votre rôle ne se change pas ici : c’est la direction qui le donne.",
  },
  audit: {
    name: "Journal",
    shows: "Qui est entré, qui a vu, exporté ou changé ce qui concerne des personnes, le plus récent en premier.",
    read: "Une ligne par action. Téléchargez-le pour répondre à une demande ou le confier au délégué à la protection des données.",
    silent: "Il ne contient aucune coordonnée et ne dit pas ce qui a été lu mot pour mot. Rien ne s’y efface.",
  },
  routePage: {
    name: "Cette tournée",
    shows: "Une tournée : l’arrêt où aller maintenant, comment s’y rendre, la carte, puis toute la liste.",
    read: "« Arrêt suivant » avance d’une adresse. La liste et la carte mènent à n’importe quelle autre.",
    silent: "Cette page ne note rien : cochez sur la feuille imprimée. Elle se ferme avec son lien.",
  },
  signIn: {
    name: "Connexion",
    shows: "L’entrée de l’équipe de la campagne. Chaque compte vient d’une invitation.",
    read: "Donnez l’adresse et le mot de passe de votre compte, puis le code de votre téléphone si vous avez une seconde étape. Après trop d’essais, attendez : la page dit combien.",
    silent:
      "Les bénévoles n’ont pas de compte : ils ouvrent le lien de leur tournée, ou tapent son code à l’adresse /code.",
  },
  invitation: {
    name: "Votre invitation",
    shows: "Le compte que l’on vous propose : son rôle, et jusqu’à quand le lien est valable.",
    read: "Écrivez votre nom, votre adresse et un mot de passe : quatre mots sans lien font l’affaire. Ensuite vous vous connectez comme les autres.",
    silent: "Le lien ne sert qu’une fois. S’il a expiré, demandez-en un autre à qui vous l’a envoyé.",
  },
};
