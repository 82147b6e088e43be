#include "graph/audit/text_rules/written_words.h"

namespace stemma {

const WordMap& ShownWords() {
  static const WordMap words(
      "anthem banner banners billboard chant chanted chanting chants dubbed engraved engraving "
      "entitled graffiti hymn inscribed inscription inscriptions jargon labeled labelled lyric "
      "lyrics mean meaning means motto mural named nickname nicknamed phrase phrases placard "
      "placards plaque poem poems poster posters proverb quotation reads refrain saying sayings "
      "slogan slogans song songs sticker stickers t-shirt tagline tattoo tattooed titled titles "
      "translated translates verse verses adage affiche affiches banderole banderoles baptisé "
      "baptisée chanson chansons chanté devise dicton dénommé écriteau épitaphe gravé gravée "
      "gravés hymne intitulé intitulée pancarte pancartes plaques poème proverbe scandaient "
      "scandait scandé signifie signifiant signifiait surnommé surnommée tag titré titres verset");
  return words;
}

const WordMap& WrittenWords() {
  static const WordMap words(
      "act acts ad advert album amendment app banner bill book books caption chapter charter "
      "clause code column comedy constitution contract course define defined defines definition "
      "dictionary directive documentary drama entry episode essay exhibition expression festival "
      "film films game headline headlined joke known label law laws leaflet message motto movie "
      "movies musical newsletter note novel opera painting paragraph play podcast programme "
      "program provision read reading regulation rule rules section sermon series show sign "
      "signs speech statute statutes story strapline subject term terms text title treaty "
      "tune tweet tweeted video voicemail wording word words wrote written appelé appelée "
      "brochure charte comédie conte contrat courriel courrier dictionnaire "
      "documentaire écrit écrite émission épisode exposition formule graffiti inscription "
      "inscriptions lettre lit lisait livre livres loi lois mention mot mots nommé nommée opéra "
      "panneau paragraphe paroles pièce règlement roman rubrique sens série slogan slogans terme "
      "termes texte titre titrée traité");
  return words;
}

}  // namespace stemma
