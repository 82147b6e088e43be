#include "graph/names/double_metaphone.h"

#include <initializer_list>
#include <utility>

namespace stemma {
namespace {

bool IsVowelLetter(char c) {
  return c == 'A' || c == 'E' || c == 'I' || c == 'O' || c == 'U' || c == 'Y';
}

// Goes through the word once; each letter has a function that writes its sounds and says how many
// letters it has used up. Positions are signed because rules look back behind the beginning.
class Keys {
 public:
  explicit Keys(std::string_view word) {
    for (const char c : word) {
      const bool is_small = c >= 'a' && c <= 'z';
      const bool is_capital = c >= 'A' && c <= 'Z';
      word_ += is_small ? static_cast<char>(c - 32) : is_capital ? c : ' ';
    }
    last_ = static_cast<int>(word_.size()) - 1;
    is_slavo_germanic_ =
        word_.find_first_of("WK") != std::string::npos || word_.find("CZ") != std::string::npos;
    is_germanic_ = Is(0, {"VAN ", "VON ", "SCH"});
  }

  SoundKeys Read() {
    int at = Is(0, {"GN", "KN", "PN", "WR", "PS"}) ? 1 : 0;
    if (At(0) == 'X') {
      Add("S");
      at = 1;
    }
    while (at <= last_) {
      at += ReadLetter(at);
    }
    return std::move(keys_);
  }

 private:
  char At(int at) const { return at < 0 || at > last_ ? ' ' : word_[static_cast<size_t>(at)]; }
  bool IsVowel(int at) const { return IsVowelLetter(At(at)); }
  // A blank at the end of an option stands for the end of the word.
  bool Is(int at, std::initializer_list<std::string_view> options) const {
    for (const std::string_view option : options) {
      bool is_same = at >= 0;
      for (size_t i = 0; is_same && i < option.size(); ++i) {
        is_same = At(at + static_cast<int>(i)) == option[i];
      }
      if (is_same) {
        return true;
      }
    }
    return false;
  }
  bool IsOneOf(int at, std::string_view letters) const {
    return letters.find(At(at)) != std::string_view::npos;
  }
  void Add(std::string_view both) { Add(both, both); }
  void Add(std::string_view first, std::string_view second) {
    keys_.first += first;
    keys_.second += second;
  }
  // These, and `used` letters are read.
  int Write(std::string_view both, int used) { return Write(both, both, used); }
  int Write(std::string_view first, std::string_view second, int used) {
    Add(first, second);
    return used;
  }
  int StepOver(int at, std::string_view letters) const {
    return at < last_ && IsOneOf(at + 1, letters) ? 2 : 1;
  }

  int ReadLetter(int at) {
    switch (At(at)) {
      case 'B':
        return Plain(at, "P", "B");
      case 'C':
        return At(at + 1) == 'H' ? ReadCh(at) : ReadC(at);
      case 'D':
        return ReadD(at);
      case 'F':
        return Plain(at, "F", "F");
      case 'G':
        return At(at + 1) == 'H' ? ReadGh(at) : ReadG(at);
      case 'H':
        return ReadH(at);
      case 'J':
        return ReadJ(at);
      case 'K':
        return Plain(at, "K", "K");
      case 'L':
        return ReadL(at);
      case 'M':
        return ReadM(at);
      case 'N':
        return Plain(at, "N", "N");
      case 'P':
        return At(at + 1) == 'H' ? Write("F", 2) : Plain(at, "P", "PB");
      case 'Q':
        return Plain(at, "K", "Q");
      case 'R':
        return ReadR(at);
      case 'S':
        return ReadS(at);
      case 'T':
        return ReadT(at);
      case 'V':
        return Plain(at, "F", "V");
      case 'W':
        return ReadW(at);
      case 'X':
        return ReadX(at);
      case 'Z':
        return ReadZ(at);
      default:  // a vowel is heard at the beginning alone
        if (at == 0 && IsVowel(at)) {
          Add("A");
        }
        return 1;
    }
  }

  int Plain(int at, std::string_view sound, std::string_view swallowed) {
    Add(sound);
    return StepOver(at, swallowed);
  }

  int ReadC(int at) {
    if (at == 0 && Is(at, {"CAESAR"})) {
      return Write("S", 2);
    }
    if (Is(at, {"CZ"}) && !Is(at - 2, {"WICZ"})) {
      return Write("S", "X", 2);
    }
    if (Is(at + 1, {"CIA"})) {
      return Write("X", 3);  // "focaccia"
    }
    if (Is(at, {"CC"}) && !(at == 1 && At(0) == 'M')) {
      if (!IsOneOf(at + 2, "IEH") || Is(at + 2, {"HU"})) {
        return Write("K", 2);
      }
      const bool is_ks = (at == 1 && At(0) == 'A') || Is(at - 1, {"UCCEE", "UCCES"});
      return Write(is_ks ? "KS" : "X", 3);  // "accident", "Bertucci"
    }
    if (Is(at, {"CK", "CG", "CQ"})) {
      return Write("K", 2);
    }
    if (Is(at, {"CI", "CE", "CY"})) {
      return Write("S", Is(at, {"CIO", "CIE", "CIA"}) ? "X" : "S", 2);
    }
    Add("K");
    if (at < last_ && Is(at + 1, {" C", " Q", " G"})) {
      return 3;
    }
    return IsOneOf(at + 1, "CKQ") && !Is(at + 1, {"CE", "CI"}) ? 2 : 1;
  }

  int ReadCh(int at) {
    const bool is_german = at > 1 && !IsVowel(at - 2) && At(at - 1) == 'A' && At(at + 2) != 'I' &&
                           (At(at + 2) != 'E' || Is(at - 2, {"BACHER", "MACHER"}));
    const bool is_greek =
        at == 0 && Is(1, {"HARAC", "HARIS", "HOR", "HYM", "HIA", "HEM"}) && !Is(0, {"CHORE"});
    const bool before_consonant =
        (at == 0 || IsOneOf(at - 1, "AOUE")) && IsOneOf(at + 2, "LRNMBHFVW ");
    if (is_german || is_greek || Is(at, {"CHIA"})) {
      Add("K");
    } else if (at > 0 && Is(at, {"CHAE"})) {
      Add("K", "X");  // "Michael"
    } else if (is_germanic_ || Is(at - 2, {"ORCHES", "ARCHIT", "ORCHID"}) ||
               IsOneOf(at + 2, "TS") || before_consonant) {
      Add("K");
    } else if (at == 0) {
      Add("X");
    } else if (Is(0, {"MC"})) {
      Add("K");
    } else {
      Add("X", "K");
    }
    return 2;
  }

  int ReadD(int at) {
    if (At(at + 1) == 'G') {
      const bool is_soft = IsOneOf(at + 2, "IEY");
      return Write(is_soft ? "J" : "TK", is_soft ? 3 : 2);  // "edge", "Edgar"
    }
    return Plain(at, "T", "DT");
  }

  int ReadGh(int at) {
    if (at > 0 && !IsVowel(at - 1)) {
      return Write("K", 2);
    }
    if (at == 0) {
      return Write(At(2) == 'I' ? "J" : "K", 2);
    }
    const bool is_silent = (at > 1 && IsOneOf(at - 2, "BHD")) ||
                           (at > 2 && IsOneOf(at - 3, "BHD")) || (at > 3 && IsOneOf(at - 4, "BH"));
    if (is_silent) {
      return 2;  // "Hugh", "bough"
    }
    if (at > 2 && At(at - 1) == 'U' && IsOneOf(at - 3, "CGLRT")) {
      Add("F");  // "McLaughlin", "tough"
    } else if (At(at - 1) != 'I') {
      Add("K");
    }
    return 2;
  }

  int ReadG(int at) {
    if (At(at + 1) == 'N') {
      if (at == 1 && IsVowel(0) && !is_slavo_germanic_) {
        return Write("KN", "N", 2);
      }
      const bool is_french = !Is(at + 2, {"EY"}) && !is_slavo_germanic_;
      return Write(is_french ? "N" : "KN", "KN", 2);
    }
    if (Is(at + 1, {"LI"}) && !is_slavo_germanic_) {
      return Write("KL", "L", 2);  // "Tagliaro"
    }
    const bool begins_soft =
        at == 0 && Is(1, {"Y", "ES", "EP", "EB", "EL", "EY", "IB", "IL", "IN", "IE", "EI", "ER"});
    const bool is_ger = Is(at + 1, {"ER", "Y"}) && !Is(0, {"DANGER", "RANGER", "MANGER"}) &&
                        !(at > 0 && IsOneOf(at - 1, "EI")) && !Is(at - 1, {"RGY", "OGY"});
    if (begins_soft || is_ger) {
      return Write("K", "J", 2);
    }
    if (IsOneOf(at + 1, "EIY") || Is(at - 1, {"AGGI", "OGGI"})) {
      if (is_germanic_ || Is(at + 1, {"ET"})) {
        Add("K");
      } else if (Is(at + 1, {"IER "})) {
        Add("J");
      } else {
        Add("J", "K");
      }
      return 2;
    }
    return Plain(at, "K", "G");
  }

  int ReadH(int at) {
    if ((at == 0 || IsVowel(at - 1)) && IsVowel(at + 1)) {
      return Write("H", 2);
    }
    return 1;
  }

  int ReadJ(int at) {
    const bool after_san = Is(0, {"SAN "});
    if (Is(at, {"JOSE"}) || after_san) {
      const bool is_spanish = after_san || (at == 0 && At(4) == ' ');
      return Write(is_spanish ? "H" : "J", "H", 1);
    }
    if (at == 0) {
      Add("J", "A");  // "Yankelovich" is written "Jankelowicz" too
    } else if (IsVowel(at - 1) && !is_slavo_germanic_ && IsOneOf(at + 1, "AO")) {
      Add("J", "H");
    } else if (at == last_) {
      Add("J", "");
    } else if (!IsOneOf(at + 1, "LTKSNMBZ") && !IsOneOf(at - 1, "SKL")) {
      Add("J");
    }
    return StepOver(at, "J");
  }

  int ReadL(int at) {
    const bool is_spanish =
        At(at + 1) == 'L' &&
        ((at == last_ - 2 && Is(at - 1, {"ILLO", "ILLA", "ALLE"})) ||
         ((Is(last_ - 1, {"AS", "OS"}) || IsOneOf(last_, "AO")) && Is(at - 1, {"ALLE"})));
    return Write("L", is_spanish ? "" : "L", StepOver(at, "L"));
  }

  int ReadM(int at) {
    Add("M");
    const bool b_is_silent = Is(at - 1, {"UMB"}) && (at + 1 == last_ || Is(at + 2, {"ER"}));
    return b_is_silent ? 2 : StepOver(at, "M");
  }

  int ReadR(int at) {
    const bool is_french =
        at == last_ && !is_slavo_germanic_ && Is(at - 2, {"IE"}) && !Is(at - 4, {"ME", "MA"});
    // "Rogier", but "Hochmeier"
    return Write(is_french ? "" : "R", "R", StepOver(at, "R"));
  }

  int ReadS(int at) {
    if (Is(at - 1, {"ISL", "YSL"})) {
      return 1;  // "Carlisle"
    }
    if (at == 0 && Is(at, {"SUGAR"})) {
      return Write("X", "S", 1);
    }
    if (Is(at, {"SH"})) {
      return Write(Is(at + 1, {"HEIM", "HOEK", "HOLM", "HOLZ"}) ? "S" : "X", 2);
    }
    if (Is(at, {"SIO", "SIA"})) {
      return Write("S", is_slavo_germanic_ ? "S" : "X", 3);
    }
    if ((at == 0 && IsOneOf(1, "MNLW")) || At(at + 1) == 'Z') {
      return Write("S", "X", StepOver(at, "Z"));  // "Smith", "Schmidt"
    }
    if (Is(at, {"SC"})) {
      return ReadSc(at);
    }
    const bool is_french = at == last_ && Is(at - 2, {"AI", "OI"});
    return Write(is_french ? "" : "S", "S", StepOver(at, "SZ"));
  }

  int ReadSc(int at) {
    if (At(at + 2) != 'H') {
      return Write(IsOneOf(at + 2, "IEY") ? "S" : "SK", 3);
    }
    if (Is(at + 3, {"ER", "EN"})) {
      Add("X", "SK");  // "Schermerhorn", "Schenker"
    } else if (Is(at + 3, {"OO", "UY", "ED", "EM"})) {
      Add("SK");
    } else if (at == 0 && !IsVowel(3) && At(3) != 'W') {
      Add("X", "S");
    } else {
      Add("X");
    }
    return 3;
  }

  int ReadT(int at) {
    if (Is(at, {"TION", "TIA", "TCH"})) {
      return Write("X", 3);
    }
    if (Is(at, {"TH", "TTH"})) {
      return Write(Is(at + 2, {"OM", "AM"}) || is_germanic_ ? "T" : "0", "T", 2);
    }
    return Plain(at, "T", "TD");
  }

  int ReadW(int at) {
    if (Is(at, {"WR"})) {
      return Write("R", 2);
    }
    if (at == 0 && (IsVowel(1) || Is(0, {"WH"}))) {
      Add("A", IsVowel(1) ? "F" : "A");  // "Wasserman", "Vasserman"
    }
    if ((at == last_ && IsVowel(at - 1)) || Is(at - 1, {"EWSKI", "EWSKY", "OWSKI", "OWSKY"}) ||
        Is(0, {"SCH"})) {
      return Write("", "F", 1);
    }
    if (Is(at, {"WICZ", "WITZ"})) {
      return Write("TS", "FX", 4);
    }
    return 1;
  }

  int ReadX(int at) {
    const bool is_french = at == last_ && Is(at - 2, {"AU", "OU"});
    if (!is_french) {
      Add("KS");
    }
    return StepOver(at, "CX");
  }

  int ReadZ(int at) {
    if (At(at + 1) == 'H') {
      return Write("J", 2);  // as in "Zhao"
    }
    const bool is_affricate =
        Is(at + 1, {"ZO", "ZI", "ZA"}) || (is_slavo_germanic_ && at > 0 && At(at - 1) != 'T');
    return Write("S", is_affricate ? "TS" : "S", StepOver(at, "Z"));
  }

  std::string word_;
  int last_ = -1;
  bool is_slavo_germanic_ = false;
  bool is_germanic_ = false;
  SoundKeys keys_;
};

}  // namespace

SoundKeys DoubleMetaphone(std::string_view word) {
  return Keys(word).Read();
}

bool SoundsAlike(const SoundKeys& a, const SoundKeys& b) {
  const auto same = [](const std::string& one, const std::string& other) {
    return !one.empty() && one == other;
  };
  return same(a.first, b.first) || same(a.first, b.second) || same(a.second, b.first) ||
         same(a.second, b.second);
}

}  // namespace stemma
