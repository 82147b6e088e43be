#include "graph/reading/outlet_table.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <unordered_map>
#include <vector>

namespace stemma {
namespace {

constexpr uint8_t kAgency = 1;
constexpr uint8_t kPhoto = kAgency | 2;
constexpr uint8_t kUnsure = kAgency | 4;
constexpr uint8_t kThe = 8;

constexpr auto kOutlets = std::to_array<KnownOutlet>({
    {"AFP", "AFP", kAgency},
    {"Agence France-Presse", "AFP", kAgency},
    {"Agence France Presse", "AFP", kAgency},
    {"AP", "AP", kAgency},
    {"A.P.", "AP", kAgency},
    {"Associated Press", "AP", kAgency},
    {"Reuters", "Reuters", kAgency},
    {"REUTERS", "Reuters", kAgency},
    {"Thomson Reuters", "Reuters", kAgency},
    {"dpa", "dpa", kAgency},
    {"DPA", "dpa", kAgency},
    {"Deutsche Presse-Agentur", "dpa", kAgency},
    {"EFE", "EFE", kAgency},
    {"Efe", "EFE", kAgency},
    {"ANSA", "ANSA", kAgency},
    {"Ansa", "ANSA", kAgency},
    {"Xinhua", "Xinhua", kAgency},
    {"XINHUA", "Xinhua", kAgency},
    {"Xinhua News Agency", "Xinhua", kAgency},
    {"TASS", "TASS", kAgency},
    {"Tass", "TASS", kAgency},
    {"Itar-Tass", "TASS", kAgency},
    {"Kyodo", "Kyodo", kAgency},
    {"Kyodo News", "Kyodo", kAgency},
    {"UPI", "UPI", kAgency},
    {"United Press International", "UPI", kAgency},
    {"ANP", "ANP", kAgency},
    {"Belga", "Belga", kAgency},
    {"Bloomberg", "Bloomberg", kAgency},
    {"Bloomberg News", "Bloomberg", kAgency},
    {"Press Association", "PA", kAgency},
    {"PA Media", "PA", kAgency},
    {"PA", "PA", kUnsure},
    {"APA", "APA", kUnsure},
    {"Interfax", "Interfax", kAgency},
    {"RIA Novosti", "RIA Novosti", kAgency},
    {"Yonhap", "Yonhap", kAgency},
    {"KCNA", "KCNA", kAgency},
    {"Press Trust of India", "PTI", kAgency},
    {"PTI", "PTI", kAgency},
    {"IANS", "IANS", kAgency},
    {"ANI", "ANI", kUnsure},
    {"Anadolu", "Anadolu", kAgency},
    {"Anadolu Agency", "Anadolu", kAgency},
    {"AA", "Anadolu", kUnsure},
    {"SANA", "SANA", kUnsure},
    {"IRNA", "IRNA", kAgency},
    {"WAM", "WAM", kUnsure},
    {"SPA", "SPA", kUnsure},
    {"MENA", "MENA", kUnsure},
    {"Canadian Press", "Canadian Press", kAgency},
    {"Presse canadienne", "Canadian Press", kAgency},
    {"Australian Associated Press", "AAP", kAgency},
    {"AAP", "AAP", kAgency},
    {"Keystone-ATS", "Keystone-ATS", kAgency},
    {"ATS", "Keystone-ATS", kUnsure},
    {"Lusa", "Lusa", kAgency},
    {"LUSA", "Lusa", kAgency},
    {"Ritzau", "Ritzau", kAgency},
    {"NTB", "NTB", kUnsure},
    {"TT", "TT", kUnsure},
    {"STT", "STT", kUnsure},
    {"PAP", "PAP", kUnsure},
    {"MTI", "MTI", kUnsure},
    {"ČTK", "ČTK", kAgency},
    {"Tanjug", "Tanjug", kAgency},
    {"Europa Press", "Europa Press", kAgency},
    {"Getty Images", "Getty Images", kPhoto},
    {"Getty", "Getty Images", kPhoto},
    {"EPA", "EPA", kPhoto | 4},
    {"EPA-EFE", "EPA", kPhoto},
    {"Shutterstock", "Shutterstock", kPhoto},
    {"Alamy", "Alamy", kPhoto},
    {"Sipa", "Sipa", kPhoto},
    {"SIPA", "Sipa", kPhoto},
    {"NurPhoto", "NurPhoto", kPhoto},
    {"Magnum Photos", "Magnum Photos", kPhoto},
    {"ZUMA Press", "ZUMA Press", kPhoto},
    {"SOPA Images", "SOPA Images", kPhoto},
    {"Hans Lucas", "Hans Lucas", kPhoto},
    {"Abaca", "Abaca", kPhoto},
    {"Picture Alliance", "Picture Alliance", kPhoto},

    {"Guardian", "Guardian", kThe},
    {"Economist", "Economist", kThe},
    {"Independent", "Independent", kThe},
    {"Atlantic", "Atlantic", kThe},
    {"Hill", "Hill", kThe},
    {"Intercept", "Intercept", kThe},
    {"New Yorker", "New Yorker", kThe},
    {"Verge", "Verge", kThe},
    {"Australian", "Australian", kThe},
    {"Scotsman", "Scotsman", kThe},
    {"Hindu", "Hindu", kThe},
    {"BBC", "BBC", 0},
    {"BBC News", "BBC News", 0},
    {"CNN", "CNN", 0},
    {"MSNBC", "MSNBC", 0},
    {"CNBC", "CNBC", 0},
    {"NBC", "NBC", 0},
    {"NBC News", "NBC News", 0},
    {"CBS", "CBS", 0},
    {"CBS News", "CBS News", 0},
    {"ABC", "ABC", 0},
    {"ABC News", "ABC News", 0},
    {"Fox News", "Fox News", 0},
    {"Fox Business", "Fox Business", 0},
    {"NPR", "NPR", 0},
    {"PBS", "PBS", 0},
    {"CBC", "CBC", 0},
    {"ITV", "ITV", 0},
    {"RTÉ", "RTÉ", 0},
    {"NHK", "NHK", 0},
    {"CCTV", "CCTV", 0},
    {"CGTN", "CGTN", 0},
    {"RT", "RT", 0},
    {"Al Jazeera", "Al Jazeera", 0},
    {"Al-Jazeera", "Al Jazeera", 0},
    {"Al Arabiya", "Al Arabiya", 0},
    {"USA Today", "USA Today", 0},
    {"USA TODAY", "USA Today", 0},
    {"Politico", "Politico", 0},
    {"POLITICO", "Politico", 0},
    {"Axios", "Axios", 0},
    {"BuzzFeed", "BuzzFeed", 0},
    {"BuzzFeed News", "BuzzFeed News", 0},
    {"HuffPost", "HuffPost", 0},
    {"Breitbart", "Breitbart", 0},
    {"Breitbart News", "Breitbart News", 0},
    {"Newsweek", "Newsweek", 0},
    {"ProPublica", "ProPublica", 0},
    {"Bellingcat", "Bellingcat", 0},
    {"Haaretz", "Haaretz", 0},
    {"Deutsche Welle", "Deutsche Welle", 0},
    {"ARD", "ARD", 0},
    {"ZDF", "ZDF", 0},
    {"Bild", "Bild", 0},
    {"Der Spiegel", "Der Spiegel", 0},
    {"Die Zeit", "Die Zeit", 0},
    {"Die Welt", "Die Welt", 0},
    {"Süddeutsche Zeitung", "Süddeutsche Zeitung", 0},
    {"Frankfurter Allgemeine Zeitung", "Frankfurter Allgemeine Zeitung", 0},
    {"El País", "El País", 0},
    {"El Pais", "El País", 0},
    {"El Mundo", "El Mundo", 0},
    {"Corriere della Sera", "Corriere della Sera", 0},
    {"La Repubblica", "La Repubblica", 0},
    {"La Stampa", "La Stampa", 0},
    {"Le Monde", "Le Monde", 0},
    {"Le Figaro", "Le Figaro", 0},
    {"Le Parisien", "Le Parisien", 0},
    {"Le Point", "Le Point", 0},
    {"Le Soir", "Le Soir", 0},
    {"Le Temps", "Le Temps", 0},
    {"Le Canard enchaîné", "Le Canard enchaîné", 0},
    {"Les Echos", "Les Echos", 0},
    {"Les Échos", "Les Échos", 0},
    {"L'Express", "L'Express", 0},
    {"L'Obs", "L'Obs", 0},
    {"La Croix", "La Croix", 0},
    {"Libération", "Libération", 0},
    {"L'Humanité", "L'Humanité", 0},
    {"Monde", "Monde", kThe},
    {"Figaro", "Figaro", kThe},
    {"Parisien", "Parisien", kThe},
    {"Mediapart", "Mediapart", 0},
    {"Ouest-France", "Ouest-France", 0},
    {"France Info", "France Info", 0},
    {"Franceinfo", "Franceinfo", 0},
    {"franceinfo", "Franceinfo", 0},
    {"France Inter", "France Inter", 0},
    {"France Culture", "France Culture", 0},
    {"France Bleu", "France Bleu", 0},
    {"France 2", "France 2", 0},
    {"France 3", "France 3", 0},
    {"France 24", "France 24", 0},
    {"Europe 1", "Europe 1", 0},
    {"BFMTV", "BFMTV", 0},
    {"BFM-TV", "BFMTV", 0},
    {"CNews", "CNews", 0},
    {"LCI", "LCI", 0},
    {"RFI", "RFI", 0},
    {"RTL", "RTL", 0},
    {"RTBF", "RTBF", 0},
    {"RTS", "RTS", 0},
    {"TF1", "TF1", 0},
    {"Radio-Canada", "Radio-Canada", 0},
});

struct Table {
  std::unordered_map<std::string_view, std::vector<const KnownOutlet*>> by_first_word;
  std::bitset<256> first_bytes;

  Table() {
    for (const KnownOutlet& outlet : kOutlets) {
      const std::string_view printed = outlet.printed;
      by_first_word[printed.substr(0, printed.find(' '))].push_back(&outlet);
      first_bytes.set(static_cast<unsigned char>(printed.front()));
      if (const size_t elision = printed.find('\''); elision != std::string_view::npos) {
        by_first_word[printed.substr(0, elision + 1)].push_back(&outlet);
      }
    }
    for (auto& [word, outlets] : by_first_word) {
      std::sort(outlets.begin(), outlets.end(), [](const KnownOutlet* a, const KnownOutlet* b) {
        return a->printed.size() > b->printed.size();
      });
    }
  }
};

// Removes `word` from the front of `printed`; false when it does not begin with it.
bool RemoveWord(std::string_view& printed, std::string_view word) {
  constexpr std::string_view kApostrophe = "’";
  while (!word.empty()) {
    const bool is_apostrophe = word.starts_with(kApostrophe);
    const char c = is_apostrophe ? '\'' : word.front();
    if (printed.empty() || printed.front() != c) {
      return false;
    }
    printed.remove_prefix(1);
    word.remove_prefix(is_apostrophe ? kApostrophe.size() : 1);
  }
  return true;
}

// The token behind `printed`, which begins with token `i`; 0 when it is something else.
uint32_t EndOf(const TokenView& tokens, uint32_t i, std::string_view printed) {
  while (!printed.empty()) {
    const bool is_word = tokens.IsWord(i) || tokens.IsNumber(i);
    if (!is_word || !RemoveWord(printed, tokens.Words(i))) {
      return 0;
    }
    if (printed.starts_with(' ')) {
      printed.remove_prefix(1);
    } else if (!printed.empty() && !tokens.TouchesNext(i)) {
      return 0;
    }
    ++i;
  }
  return i;
}

}  // namespace

std::optional<KnownOutletMention> KnownOutletAt(const TokenView& tokens, uint32_t i) {
  static const Table table;
  if (!tokens.IsWord(i)) {
    return std::nullopt;
  }
  const std::string_view word = tokens.Words(i);
  if (!table.first_bytes[static_cast<unsigned char>(word.front())]) {
    return std::nullopt;
  }
  const auto found = table.by_first_word.find(word == "L’" ? std::string_view("L'") : word);
  if (found == table.by_first_word.end()) {
    return std::nullopt;
  }
  for (const KnownOutlet* outlet : found->second) {
    if (const uint32_t end = EndOf(tokens, i, outlet->printed); end > 0) {
      return KnownOutletMention{outlet, end};
    }
  }
  return std::nullopt;
}

}  // namespace stemma
