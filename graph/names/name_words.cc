#include "graph/names/name_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace stemma {
namespace {

using Words = std::unordered_set<std::string_view>;

// Views into `list`, a literal.
Words WordsIn(std::string_view list) {
  Words words;
  while (!list.empty()) {
    const size_t end = std::min(list.find(' '), list.size());
    words.insert(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

constexpr size_t kFormWordsMax = 6;

// The spellings of a form, spaces left out, and what they share.
struct FormLine {
  std::string_view form;
  std::string_view spellings;
};
constexpr auto kForms = std::to_array<FormLine>({
    {"ltd",
     "ltd limited ltda limitada lda pteltd ptelimited privatelimited pvtltd ptyltd "
     "ptylimited coltd colimited companylimited limitedcompany sdnbhd"},
    {"plc", "plc publiclimitedcompany"},
    {"inc", "inc incorporated incorporation"},
    {"corp", "corp corporation"},
    {"co", "co company compagnie cie companies kompanija kompaniya andco &co andcompany"},
    {"llc", "llc limitedliabilitycompany ooo tov obsestvosogranicennojotvetstvennostu"},
    {"llp", "llp limitedliabilitypartnership"},
    {"lp", "lp limitedpartnership"},
    {"gmbh",
     "gmbh gesmbh gesellschaftmitbeschrankterhaftung ggmbh mbh gmbhcokg gmbhandcokg "
     "gmbh&cokg"},
    {"ag", "ag aktiengesellschaft"},
    {"kg", "kg kommanditgesellschaft cokg andcokg &cokg kgaa"},
    {"ev", "ev eingetragenerverein"},
    {"sa", "sa societeanonyme sociedadanonima sociedadeanonima sadecv spa societaperazioni"},
    {"sas", "sas societeparactionssimplifiee"},
    {"srl",
     "srl srls sarl sl societearesponsabilitelimitee societateacuraspunderelimitata "
     "societaaresponsabilitalimitata sderl sderldecv"},
    {"bv", "bv nv naamlozevennootschap beslotenvennootschap bvba"},
    {"jsc",
     "jsc jointstockcompany ao ojsc openjointstockcompany oao pjsc publicjointstockcompany "
     "pao pat cjsc zao closedjointstockcompany akcionernoeobsestvo "
     "otkrytoeakcionernoeobsestvo zakrytoeakcionernoeobsestvo publicnoeakcionernoeobsestvo"},
    {"as", "as aksjeselskap aktieselskab asa anonimsirketi anonimsirket"},
    {"ab", "ab aktiebolag aktiebolaget publab"},
    {"oy", "oy oyj osakeyhtio"},
    {"spzoo", "spzoo spolkazograniczonaodpowiedzialnoscia spzo doo sro"},
    {"kft", "kft zrt nyrt"},
    {"kk", "kk kabushikikaisha kabushikigaisha"},
    {"na", "na nationalassociation"},
    {"pt", "pt tbk"},
});

constexpr std::string_view kTitles =
    "mr mister mrs ms miss mx dr doctor doktor prof professor sir dame lord lady madame mme mlle "
    "monsieur herr frau senor senora signor signora don dona dom hon honorable honourable rev "
    "reverend father fr brother sister pope cardinal archbishop bishop imam ayatollah mullah "
    "mollah "
    "maulvi mawlawi maulana rabbi president prasident praesident presidente vicepresident premier "
    "minister ministre chancellor kanzler kanzlerin bundeskanzler secretary senator sen "
    "congressman "
    "congresswoman representative rep governor gov mayor ambassador judge justice king queen "
    "prince "
    "princess duke emperor sultan emir amir sheikh shaikh sheik shaykh cheikh scheich shaykhah "
    "haji "
    "hajji hadji hajj qari general gen lieutenant lt colonel col major maj captain capt sergeant "
    "sgt "
    "admiral adm commander marshal brigadier comrade phd md esq jr sr prezident gospodin pan pani";

constexpr std::string_view kParticles =
    "de del della delle dei degli di da do dos das du des d la le les el al ul l van von vom zu "
    "zum "
    "zur der den ten ter te het t bin ibn ben bint abu abou y e i dit af av ap o ud";

constexpr std::string_view kFillers =
    "the der die das le la les el los las il lo de het den den group gruppe groupe grupo company "
    "corporation corp inc co ltd limited holding holdings firm worldwide plc llc";

constexpr std::string_view kFunctionWords =
    "of and for the in on to at by with from a an und fur fuer von der die das des dem den zu et "
    "de "
    "du la le les l d pour en sur y e del della delle di da do dos das los las el para por per i v "
    "w "
    "na po i dlja van voor het a au aux & +";

constexpr std::string_view kGenericWords =
    "bank banque banco banca international national global general federal central united european "
    "american institute institut university college school academy center centre foundation fund "
    "trust association society union federation council committee commission ministry department "
    "office agency authority service services management systems solutions technologies technology "
    "industries industry industrial enterprises enterprise business trading trade investment "
    "investments capital finance financial partners securities insurance energy power oil gas "
    "petroleum steel construction engineering development research media news press club party "
    "organization organisation network project program programme court police army ministere "
    "company corporation group holding holdings government state public private new world "
    "shipping logistics motors motor marine airlines aviation pharma health medical";

struct SmallNumber {
  std::string_view word;
  int value;
};
constexpr auto kNumbers = std::to_array<SmallNumber>(
    {{"one", 1},        {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
     {"six", 6},        {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
     {"eleven", 11},    {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
     {"sixteen", 16},   {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
     {"thirty", 30},    {"forty", 40},     {"fourty", 40},   {"fifty", 50},    {"sixty", 60},
     {"seventy", 70},   {"eighty", 80},    {"ninety", 90},   {"first", 1},     {"second", 2},
     {"third", 3},      {"fourth", 4},     {"fifth", 5},     {"sixth", 6},     {"seventh", 7},
     {"eighth", 8},     {"ninth", 9},      {"tenth", 10},    {"eleventh", 11}, {"twelfth", 12},
     {"twentieth", 20}, {"thirtieth", 30}, {"premier", 1},   {"premiere", 1},  {"deuxieme", 2},
     {"erste", 1},      {"zweite", 2},     {"primera", 1},   {"segunda", 2}});

std::optional<int> SmallNumberOf(std::string_view word) {
  const auto* const found = std::find_if(kNumbers.begin(), kNumbers.end(),
                                         [word](const auto& one) { return one.word == word; });
  return found == kNumbers.end() ? std::nullopt : std::optional(found->value);
}

bool IsDigits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

const std::unordered_map<std::string_view, std::string_view>& FormsBySpelling() {
  static const std::unordered_map<std::string_view, std::string_view> forms = [] {
    std::unordered_map<std::string_view, std::string_view> made;
    for (const FormLine& line : kForms) {
      for (const std::string_view spelling : WordsIn(line.spellings)) {
        made.emplace(spelling, line.form);
      }
    }
    return made;
  }();
  return forms;
}

}  // namespace

bool IsTitle(std::string_view word) {
  static const Words words = WordsIn(kTitles);
  return words.contains(word);
}

bool IsTitleBehind(std::string_view word) {
  static const Words words = WordsIn("dr jr sr phd md esq mr mrs");
  return words.contains(word);
}

bool IsParticle(std::string_view word) {
  static const Words words = WordsIn(kParticles);
  return words.contains(word);
}

bool IsFiller(std::string_view word) {
  static const Words words = WordsIn(kFillers);
  return words.contains(word);
}

bool IsRegion(std::string_view word) {
  static const Words words = WordsIn("europe asia africa america americas emea apac oceania");
  return words.contains(word);
}

bool IsFunctionWord(std::string_view word) {
  static const Words words = WordsIn(kFunctionWords);
  return words.contains(word);
}

bool IsGenericWord(std::string_view word) {
  static const Words words = WordsIn(kGenericWords);
  return words.contains(word);
}

std::optional<LegalForm> LegalFormAt(std::span<const std::string> words) {
  std::optional<LegalForm> longest;
  std::string joined;
  for (size_t i = 0; i < words.size() && i < kFormWordsMax; ++i) {
    joined += words[i];
    const auto found = FormsBySpelling().find(joined);
    if (found != FormsBySpelling().end()) {
      longest = LegalForm{found->second, i + 1};
    }
  }
  return longest;
}

std::optional<NumberWords> NumberWordsAt(std::span<const std::string> words) {
  const std::string& word = words.front();
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.ends_with(ending) && IsDigits(std::string_view(word).substr(0, word.size() - 2))) {
      return NumberWords{word.substr(0, word.size() - 2), 1};
    }
  }
  const std::optional<int> value = SmallNumberOf(word);
  if (!value) {
    return std::nullopt;
  }
  if (*value >= 20 && words.size() > 1) {
    const std::string& next = words[1];
    const bool is_digit = next.size() == 1 && IsDigits(next);
    const int unit = is_digit ? next[0] - '0' : SmallNumberOf(next).value_or(0);
    if (unit > 0 && unit < 10) {
      return NumberWords{std::to_string(*value + unit), 2};
    }
  }
  return NumberWords{std::to_string(*value), 1};
}

}  // namespace stemma
