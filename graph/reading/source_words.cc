#include "graph/reading/source_words.h"

#include <string>

#include "graph/reading/long_form.h"

namespace stemma {
namespace {

constexpr int Value(SourceTrigger trigger) {
  return static_cast<int>(trigger);
}

const WordMap& StateBodies() {
  static const WordMap words(
      "ministry department court police bureau parliament congress senate house government "
      "commission committee office council army administration embassy agency authority board "
      "ministère département tribunal cour gouvernement parlement comité conseil armée ambassade "
      "préfecture parquet");
  return words;
}

}  // namespace

const WordMap& SourceTriggers(Language language) {
  using enum SourceTrigger;
  static const WordMap english(
      {{"told tells telling", Value(kTold)},
       {"according", Value(kAccording)},
       {"obtained leaked acquired", Value(kObtained)},
       {"seen reviewed viewed verified examined", Value(kSeen)},
       {"published released broadcast aired printed", Value(kPublished)},
       {"reported revealed disclosed quoted cited uncovered", Value(kReportedBy)},
       {"interviewed contacted", Value(kAsked)},
       {"citing quoting", Value(kCiting)},
       {"interview interviews speaking spoke talking comments remarks email", Value(kInterview)},
       {"statement", Value(kStatement)},
       {"source sources media outlets newspapers reports", Value(kVague)},
       {"investigation report analysis study survey story article series poll polls documents "
        "files records emails memos papers data figures database cables transcripts",
        Value(kWork)}});
  static const WordMap french(
      {{"selon après", Value(kAccording)},
       {"obtenu obtenue obtenus obtenues", Value(kObtained)},
       {"consulté consultée consultés consultées vu vus vues", Value(kSeen)},
       {"publié publiée publiés publiées diffusé diffusée diffusés diffusées", Value(kPublished)},
       {"révélé révélée révélés révélées rapporté rapportée rapportés rapportées relayé relayée "
        "cité citée cités citées dévoilé dévoilée",
        Value(kReportedBy)},
       {"interrogé interrogée interrogés interrogées contacté contactée contactés joint jointe",
        Value(kAsked)},
       {"citant", Value(kCiting)},
       {"entretien interview micro", Value(kInterview)},
       {"communiqué", Value(kStatement)},
       {"source sources médias journaux", Value(kVague)},
       {"enquête rapport étude analyse sondage article documents", Value(kWork)}});
  return language == Language::kFrench ? french : english;
}

const WordMap& AgentPrepositions() {
  static const WordMap words("by from in par de du dans");
  return words;
}

const WordMap& AudiencePrepositions() {
  static const WordMap words("to with on à au avec de");
  return words;
}

const WordMap& OwnNouns() {
  static const WordMap words("newspaper magazine website agency reporter paper publication");
  return words;
}

const WordMap& AnonymousNouns() {
  static const WordMap words("source sources");
  return words;
}

const WordMap& UnnamedPeople() {
  static const WordMap words("people persons officials insiders someone");
  return words;
}

const WordMap& NearnessWords() {
  static const WordMap words("familiar close briefed proche proches");
  return words;
}

const WordMap& ShowingVerbs() {
  static const WordMap words(
      "show showed shows reveal revealed reveals detail detailed indicate indicated indicates "
      "suggest suggested suggests confirm confirmed montrent révèlent indiquent confirment "
      "montre révèle indique suggère suggèrent");
  return words;
}

const WordMap& ReportingVerbs() {
  static const WordMap words(
      "reported reports wrote writes revealed rapporte rapporté révèle révélé écrit affirme "
      "indique annonce annoncé");
  return words;
}

const WordMap& FindingVerbs() {
  static const WordMap words(
      "reported reports revealed reveals found finds learned noted notes described quoted detailed "
      "estimated estimates suggested put argued");
  return words;
}

std::optional<OutletMention> OrganisationAt(const TokenView& tokens, uint32_t i, uint32_t end) {
  const bool has_article = tokens.Has(i, Bit(WordClass::kArticle));
  const TokenRange name = NameAt(tokens, i + (has_article ? 1 : 0), end);
  if (name.IsEmpty() || !HasBodyNoun(tokens, name)) {
    return std::nullopt;
  }
  for (uint32_t at = name.begin; at < name.end; ++at) {
    if (tokens.IsIn(at, StateBodies())) {
      return std::nullopt;
    }
  }
  return OutletMention{{i, name.end}, std::string(tokens.Parts().Words(name)), false};
}

}  // namespace stemma
