#include "cli/added_report.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "cli/receipt_report.h"
#include "cli/trace_text_line.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

Json OrNull(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

// One line for all mentions that came to the same.
struct SettledLine {
  const Settled* settled = nullptr;
  size_t count = 0;
};

std::vector<SettledLine> Grouped(const std::vector<Settled>& settled) {
  std::vector<SettledLine> lines;
  std::map<std::string, size_t> places;
  for (const Settled& one : settled) {
    constexpr char kApart = '\0';
    const std::string key = std::string(Name(one.as)) + kApart + std::string(one.what) + kApart +
                            one.node + kApart + (one.node.empty() ? one.printed : "") + kApart +
                            (one.inherited ? "1" : "0");
    const auto [place, is_new] = places.emplace(key, lines.size());
    if (is_new) {
      lines.push_back({&one, 0});
    }
    ++lines[place->second].count;
  }
  return lines;
}

std::string_view Verb(Settled::As as) {
  return as == Settled::As::kUnresolved ? "left out" : Name(as);
}

Tint TintOf(Settled::As as) {
  switch (as) {
    case Settled::As::kMatched:
      return Tint::kGreen;
    case Settled::As::kMade:
      return Tint::kCyan;
    case Settled::As::kApart:
    case Settled::As::kUnresolved:
      return Tint::kYellow;
    case Settled::As::kOwn:
      return Tint::kDim;
  }
  return Tint::kPlain;
}

void Put(const Context& context, const Line& line) {
  context.out << Render(line, context.terminal, context.terminal.columns) << "\n";
}

void PrintSettled(const Context& context, const SettledLine& line) {
  const Settled& settled = *line.settled;
  std::string verb(Verb(settled.as));
  verb.resize(9, ' ');
  std::string what(settled.what);
  what.resize(9, ' ');
  const std::string words =
      settled.what == "link" ? Printable(settled.printed) : WordsInMarks(settled.printed, 48);
  Line pieces = {{"  " + verb, TintOf(settled.as)}, {what, Tint::kDim}, {words}};
  if (!settled.node.empty()) {
    pieces.push_back({" → " + Printable(settled.node)});
  }
  if (line.count > 1) {
    pieces.push_back({" ×" + std::to_string(line.count), Tint::kDim});
  }
  if (settled.inherited) {
    pieces.push_back({"  inherited", Tint::kDim});
  }
  if (!settled.because.empty()) {
    pieces.push_back({"  " + Printable(settled.because), Tint::kDim});
  }
  Put(context, pieces);
}

bool IsDeadLink(const Settled& settled) {
  return settled.what == "link" && settled.as == Settled::As::kUnresolved;
}

std::string Counts(const AddedArticle& article) {
  std::string text = Counted(article.quotes, "quote", "quotes");
  if (article.quotes > 0) {
    const size_t without = article.quotes - article.quotes_named - article.quotes_by_role;
    text += " (" + std::to_string(article.quotes_named) + " named, " +
            std::to_string(article.quotes_by_role) + " by role, " + std::to_string(without) +
            " of nobody)";
  }
  return text;
}

}  // namespace

Json JsonOf(const AddedArticle& article) {
  Json settled = Json::array();
  for (const Settled& one : article.settled) {
    settled.push_back({{"as", Name(one.as)},
                       {"what", one.what},
                       {"printed", one.printed},
                       {"node", OrNull(one.node)},
                       {"because", OrNull(one.because)},
                       {"inherited", one.inherited}});
  }
  return {{"file", article.source.shown},
          {"id", article.id},
          {"as", Name(article.as)},
          {"revises", OrNull(article.revises)},
          {"quotes",
           {{"all", article.quotes},
            {"named", article.quotes_named},
            {"role", article.quotes_by_role},
            {"scare", article.scare_quotes},
            {"indirect", article.indirect}}},
          {"full_rules", article.full_rules},
          {"settled", settled},
          {"orphans", OrphansJson(article.orphans)},
          {"notes", article.notes}};
}

void PrintAdded(const Context& context, const AddedArticle& article) {
  std::string as(Name(article.as));
  if (article.as == AddedAs::kRevision) {
    as += " of " + Printable(article.revises);
  }
  Put(context, {{Printable(article.id), Tint::kBold},
                {" · " + as + " · " + Counts(article), Tint::kPlain},
                {" · " + Printable(article.source.shown), Tint::kDim}});
  size_t dead_links = 0;
  for (const SettledLine& line : Grouped(article.settled)) {
    if (IsDeadLink(*line.settled)) {
      ++dead_links;
    } else {
      PrintSettled(context, line);
    }
  }
  if (dead_links > 0) {
    Put(context, {{"  left out ", Tint::kYellow},
                  {Counted(dead_links, "link", "links"), Tint::kPlain},
                  {"  to what is not stored", Tint::kDim}});
  }
  if (!article.full_rules) {
    Put(context, {{"  its language's rules are not known: quotes, links, credits and dates only",
                   Tint::kDim}});
  }
}

}  // namespace stemma
