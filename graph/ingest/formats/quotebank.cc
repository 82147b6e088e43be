#include "graph/ingest/formats/quotebank.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include <simdjson.h>

#include "graph/ingest/format_fields.h"
#include "graph/reading/html_date.h"

namespace stemma {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view kFormat = "quotebank";

using Names = std::set<std::string_view>;

struct LikelySpeaker {
  std::string_view name;  // empty: nobody is named
  std::string_view qid;   // empty: none, or several
  std::optional<double> share;
};

// "2019-11-27 00:00:00" as a day: the midnight is one of a machine.
Result<std::string> DateOf(const object& line) {
  STEMMA_ASSIGN(const auto text, OptionalText(line, "date"));
  if (!text) {
    return std::string();
  }
  const auto date = EdtfOfPageDate(*text);
  if (!date) {
    return InvalidInput("date: expected a day, found \"" + std::string(*text) + "\"");
  }
  return *date;
}

std::optional<element> Find(const object& object, std::string_view name) {
  element value;
  const bool is_there = object.at_key(name).get(value) == simdjson::SUCCESS && !value.is_null();
  return is_there ? std::optional(value) : std::nullopt;
}

Result<array> ListIn(const object& line, std::string_view name, std::string_view of) {
  const auto value = Find(line, name);
  array list;
  if (!value) {
    return InvalidInput(std::string(name) + ": expected a list of " + std::string(of) +
                        ", found none");
  }
  if (value->get(list) != simdjson::SUCCESS) {
    return Expected(name, "a list of " + std::string(of), *value);
  }
  return list;
}

// Takes a Wikidata id where exactly one stands in `ids`.
void TakeQid(const std::optional<element>& ids, LikelySpeaker& speaker) {
  array list;
  std::string_view only;
  if (ids && ids->get(list) == simdjson::SUCCESS && list.size() == 1 &&
      list.at(0).get(only) == simdjson::SUCCESS) {
    speaker.qid = only;
  }
}

// The share of the speaker in [["name","0.72"],…] or [{"speaker","proba","qids"},…].
void TakeShare(const std::optional<element>& probas, LikelySpeaker& speaker) {
  array list;
  if (!probas || probas->get(list) != simdjson::SUCCESS) {
    return;
  }
  for (const element one : list) {
    array pair;
    object named;
    std::string_view name;
    if (one.get(pair) == simdjson::SUCCESS && pair.size() == 2) {
      if (pair.at(0).get(name) == simdjson::SUCCESS && name == speaker.name) {
        speaker.share = NumberOf(pair.at(1).value_unsafe());
        return;
      }
    } else if (one.get(named) == simdjson::SUCCESS &&
               named.at_key("speaker").get(name) == simdjson::SUCCESS && name == speaker.name) {
      const auto proba = Find(named, "proba");
      speaker.share = proba ? NumberOf(*proba) : std::nullopt;
      TakeQid(Find(named, "qids"), speaker);
      return;
    }
  }
}

Result<LikelySpeaker> SpeakerOf(const object& line, std::string_view name_field,
                                std::string_view probas_field) {
  LikelySpeaker speaker;
  STEMMA_ASSIGN(const auto name, OptionalText(line, name_field));
  speaker.name = name.value_or("");
  if (speaker.name == "None") {
    return LikelySpeaker();
  }
  TakeQid(Find(line, "qids"), speaker);
  TakeShare(Find(line, probas_field), speaker);
  return speaker;
}

class Quotebank : public LineMapper {
 public:
  Status Map(const object& line, Mapped& out) override {
    STEMMA_TRY(CheckNamesDiffer(line));
    return Find(line, "quotations") ? MapArticle(line, out) : MapQuote(line, out);
  }

 private:
  static void KeepRest(const object& line, const Names& known, NodeAssertion& node, Mapped& out) {
    for (const auto& [name, value] : line) {
      if (!known.contains(name)) {
        Keep(out, node.fields, kFormat, name, value);
      }
    }
  }

  static void AddSpeaker(const LikelySpeaker& speaker, const std::string& quote, Mapped& out) {
    if (speaker.name.empty()) {
      out.tally.Took("quote without a speaker", "quotes without a speaker");
      return;
    }
    NodeAssertion& node = out.records.AddNode(NodeKind::kSpeaker);
    node.id =
        speaker.qid.empty() ? IdOfName(NodeKind::kSpeaker, speaker.name) : std::string(speaker.qid);
    const std::string id = node.id;
    PutText(node, "name", speaker.name);
    PutText(node, "wikidata", speaker.qid);
    EdgeAssertion& edge = AddExtracted(out, quote, EdgeKind::kSpokenBy, id, kFormat);
    if (speaker.share) {
      Confidence confidence;
      confidence.number = *speaker.share;
      edge.confidence = confidence;
    }
  }

  // A quotation with all articles that printed some form of it: which form each did is not said, so
  // there is no evidence of the words.
  static Status MapQuote(const object& line, Mapped& out) {
    static const Names kKnown = {"quoteID", "quotation", "speaker", "date", "urls"};
    STEMMA_ASSIGN(const std::string_view number, RequiredText(line, "quoteID"));
    STEMMA_ASSIGN(const std::string_view words, RequiredText(line, "quotation"));
    STEMMA_ASSIGN(std::string date, DateOf(line));
    STEMMA_ASSIGN(const LikelySpeaker speaker, SpeakerOf(line, "speaker", "probas"));
    STEMMA_ASSIGN(const array urls, ListIn(line, "urls", "addresses"));
    if (!date.empty() && urls.size() > 1) {
      date += "/..";  // of the first printing: the others are no older
    }
    std::set<std::string> articles;
    for (const element one : urls) {
      std::string_view url;
      if (one.get(url) != simdjson::SUCCESS || url.empty()) {
        return Expected("urls", "a list of addresses", one);
      }
      const std::string article = IdOfUrl(url);
      if (!articles.insert(article).second) {
        continue;
      }
      NodeAssertion& page = out.records.AddNode(NodeKind::kArticle);
      page.id = article;
      PutText(page, "url", url);
      PutText(page, "date", date);
      const std::string id = IdOfPart(article, number);
      NodeAssertion& quote = out.records.AddNode(NodeKind::kQuote);
      quote.id = id;
      PutText(quote, "text", words);
      PutText(quote, "quoteID", number);
      out.tally.Kept("quoteID");
      KeepRest(line, kKnown, quote, out);
      AddExtracted(out, article, EdgeKind::kQuotes, id, kFormat);
      AddSpeaker(speaker, id, out);
    }
    out.tally.Took("quotation", "quotations");
    out.tally.Took("printing", "printings", articles.size());
    if (articles.empty()) {
      out.tally.LeftOut("quotations without an address");
    }
    return {};
  }

  static Status MapArticle(const object& line, Mapped& out) {
    static const Names kKnown = {"url", "title", "date", "quotations"};
    STEMMA_ASSIGN(const std::string_view url, RequiredText(line, "url"));
    STEMMA_ASSIGN(const auto title, OptionalText(line, "title"));
    STEMMA_ASSIGN(const std::string date, DateOf(line));
    STEMMA_ASSIGN(const array quotations, ListIn(line, "quotations", "objects"));
    const std::string article = IdOfUrl(url);
    NodeAssertion& page = out.records.AddNode(NodeKind::kArticle);
    page.id = article;
    PutText(page, "url", url);
    PutText(page, "title", title.value_or(""));
    PutText(page, "date", date);
    KeepRest(line, kKnown, page, out);
    for (const element one : quotations) {
      object quotation;
      if (one.get(quotation) != simdjson::SUCCESS) {
        return Expected("quotations", "a list of objects", one);
      }
      STEMMA_TRY(AddQuotation(quotation, line, article, out));
    }
    out.tally.Took("article", "articles");
    out.tally.Took("printing", "printings", quotations.size());
    return {};
  }

  static Status AddQuotation(const object& quotation, const object& page,
                             const std::string& article, Mapped& out) {
    static const Names kKnown = {"quoteID", "quotation", "leftContext", "rightContext",
                                 "globalTopSpeaker"};
    STEMMA_TRY(CheckNamesDiffer(quotation));
    STEMMA_ASSIGN(const std::string_view number, RequiredText(quotation, "quoteID"));
    STEMMA_ASSIGN(const std::string_view words, RequiredText(quotation, "quotation"));
    STEMMA_ASSIGN(const auto before, OptionalText(quotation, "leftContext"));
    STEMMA_ASSIGN(const auto after, OptionalText(quotation, "rightContext"));
    STEMMA_ASSIGN(LikelySpeaker speaker, SpeakerOf(quotation, "globalTopSpeaker", "globalProbas"));
    if (speaker.qid.empty()) {
      TakeQidOfName(page, speaker);
    }
    const std::string id = IdOfPart(article, number);
    NodeAssertion& quote = out.records.AddNode(NodeKind::kQuote);
    quote.id = id;
    PutText(quote, "text", words);
    PutText(quote, "quoteID", number);
    out.tally.Kept("quoteID");
    KeepRest(quotation, kKnown, quote, out);
    EdgeAssertion& edge = AddExtracted(out, article, EdgeKind::kQuotes, id, kFormat);
    AddWords(edge, article, words, before, after);
    AddSpeaker(speaker, id, out);
    return {};
  }

  // The article lists the names on it, each with all Wikidata ids that may bear it.
  static void TakeQidOfName(const object& page, LikelySpeaker& speaker) {
    const auto names = Find(page, "names");
    array list;
    if (!names || names->get(list) != simdjson::SUCCESS) {
      return;
    }
    for (const element one : list) {
      object named;
      std::string_view name;
      if (one.get(named) == simdjson::SUCCESS &&
          named.at_key("name").get(name) == simdjson::SUCCESS && name == speaker.name) {
        TakeQid(Find(named, "ids"), speaker);
      }
    }
  }
};

}  // namespace

std::unique_ptr<LineMapper> MapQuotebank() {
  return std::make_unique<Quotebank>();
}

}  // namespace stemma
