#include "graph/ingest/formats/gdelt_gqg.h"

#include <set>
#include <string>
#include <utility>

#include <simdjson.h>

#include "graph/base/edtf.h"
#include "graph/ingest/format_fields.h"

namespace stemma {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view kFormat = "gdelt-gqg";

// "20200102030405", as GDELT names its files, with the marks of an instant; anything else as it is.
std::string WithMarks(std::string_view date) {
  const bool is_digits =
      date.size() == 14 && date.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_digits) {
    return std::string(date);
  }
  const auto part = [&](size_t at, size_t size) { return std::string(date.substr(at, size)); };
  return part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2) + "T" + part(8, 2) + ":" + part(10, 2) +
         ":" + part(12, 2) + "Z";
}

class GdeltGqg : public LineMapper {
 public:
  Status Map(const object& line, Mapped& out) override {
    STEMMA_TRY(CheckNamesDiffer(line));
    STEMMA_ASSIGN(const std::string_view url, RequiredText(line, "url"));
    const std::string page = IdOfUrl(url);
    STEMMA_TRY(TakePage(line, page, url, out));
    printed_.clear();
    element value;
    if (line.at_key("quotes").get(value) != simdjson::SUCCESS) {
      return {};
    }
    simdjson::dom::array quotes;
    if (value.get(quotes) != simdjson::SUCCESS) {
      return Expected("quotes", "a list of objects", value);
    }
    for (const element one : quotes) {
      object quote;
      if (one.get(quote) != simdjson::SUCCESS) {
        return Expected("quotes", "a list of objects", one);
      }
      STEMMA_TRY(TakeQuote(quote, page, out));
    }
    return {};
  }

 private:
  static Status TakePage(const object& line, const std::string& page, std::string_view url,
                         Mapped& out) {
    NodeAssertion& node = out.records.AddNode(NodeKind::kArticle);
    node.id = page;
    PutText(node, "url", url);
    STEMMA_ASSIGN(const auto title, OptionalText(line, "title"));
    PutText(node, "title", title.value_or(""));
    STEMMA_ASSIGN(const auto language, OptionalText(line, "lang"));
    PutText(node, "lang", LanguageCode(language.value_or("")).value_or(""));
    if (language && !LanguageCode(*language)) {
      PutText(node, "language", *language);
      out.tally.Kept("language");
    }
    STEMMA_ASSIGN(const auto seen, OptionalText(line, "date"));
    if (seen) {
      const std::string date = WithMarks(*seen);
      if (const auto read = ParseEdtf(date); !read.has_value()) {
        return InvalidInput("date: " + read.error().message);
      }
      // Of a day or a month it is the end that it was seen by.
      PutText(node, "date", "../" + date);
      PutText(node, "seen", *seen);
      out.tally.Kept("seen");
    }
    for (const auto& [name, value] : line) {
      if (name != "url" && name != "title" && name != "lang" && name != "date" &&
          name != "quotes") {
        Keep(out, node.fields, kFormat, name, value);
      }
    }
    out.tally.Took("page", "pages");
    return {};
  }

  // Words that a page prints twice are one quote with two evidences.
  Status TakeQuote(const object& quote, const std::string& page, Mapped& out) {
    STEMMA_TRY(CheckNamesDiffer(quote));
    STEMMA_ASSIGN(const auto words, OptionalText(quote, "quote"));
    if (!words) {
      out.tally.LeftOut("quotes without words");
      return {};
    }
    STEMMA_ASSIGN(const auto before, OptionalText(quote, "pre"));
    STEMMA_ASSIGN(const auto after, OptionalText(quote, "post"));
    const std::string id = IdOfPart(page, HashOfWords(*words));
    if (printed_.insert(id).second) {
      NodeAssertion& node = out.records.AddNode(NodeKind::kQuote);
      node.id = id;
      PutText(node, "text", *words);
    }
    EdgeAssertion& edge = AddExtracted(out, page, EdgeKind::kQuotes, id, kFormat);
    AddWords(edge, page, *words, before, after);
    for (const auto& [name, value] : quote) {
      if (name != "pre" && name != "quote" && name != "post") {
        Keep(out, edge.extra, kFormat, name, value);
      }
    }
    out.tally.Took("quote", "quotes");
    return {};
  }

  std::set<std::string> printed_;  // ids of the page's quotes so far
};

}  // namespace

std::unique_ptr<LineMapper> MapGdeltGqg() {
  return std::make_unique<GdeltGqg>();
}

}  // namespace stemma
