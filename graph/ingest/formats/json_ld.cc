#include "graph/ingest/formats/json_ld.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <simdjson.h>

#include "graph/ingest/formats/claim_review.h"
#include "graph/ingest/formats/json_ld_things.h"
#include "graph/ingest/formats/news_article.h"
#include "graph/ingest/whole_document.h"
#include "graph/reading/encoding.h"
#include "graph/reading/html_json_ld.h"
#include "graph/reading/html_trim.h"

namespace stemma {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

bool IsArticle(const object& thing) {
  return JsonLdThings::IsOf(thing, "Article") || JsonLdThings::IsOf(thing, "BlogPosting") ||
         JsonLdThings::IsOf(thing, "Report");
}

class JsonLdReader : public RecordReader {
 public:
  explicit JsonLdReader(JsonLdTaken taken)
      : taken_(taken),
        things_([this](std::string_view id) { return FullestOf(id); }, "newsarticle") {}

  Status Load(std::string bytes) {
    const size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != std::string::npos && bytes[first] == '<') {
      STEMMA_TRY(LoadPage(bytes));
    } else {
      const size_t mark = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
      if (!LoadDocument(std::string_view(bytes).substr(mark))) {
        return InvalidInput(WhatIsWrong(bytes));
      }
    }
    ListThings();
    return {};
  }

  Result<bool> Next(ReadRecord& record) override {
    while (!queue_.Take(record)) {
      if (next_ == things_listed_.size()) {
        return false;
      }
      Take(things_listed_[next_++]);
    }
    record.place.line = 0;
    return true;
  }

  uint64_t Line() const override { return 0; }
  std::string Note() const override { return tally_.Text(); }

 private:
  Status LoadPage(const std::string& bytes) {
    STEMMA_ASSIGN(const DecodedText decoded, DecodeText(bytes, DeclaredEncoding(bytes)));
    const TrimmedPage page = TrimPage(decoded.text);
    if (page.data_scripts.empty()) {
      return InvalidInput("expected a script of JSON-LD on the page, found none");
    }
    for (const std::string& script : page.data_scripts) {
      if (!LoadDocument(JsonOfScript(script))) {
        tally_.LeftOut("scripts that are no JSON");
      }
    }
    return {};
  }

  bool LoadDocument(std::string_view json) {
    parsers_.push_back(std::make_unique<simdjson::dom::parser>());
    element root;
    if (parsers_.back()->parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) {
      return false;
    }
    roots_.push_back(root);
    return true;
  }

  // Breadth first, so that what a page is about comes before what it names. No recursion.
  void ListThings() {
    std::vector<element> waiting = roots_;
    for (size_t i = 0; i < waiting.size(); ++i) {
      array list;
      object thing;
      if (waiting[i].get(list) == simdjson::SUCCESS) {
        for (const element one : list) {
          if (one.is_object() || one.is_array()) {
            waiting.push_back(one);
          }
        }
      } else if (waiting[i].get(thing) == simdjson::SUCCESS) {
        NoteThing(thing);
        for (const auto& [name, value] : thing) {
          if (value.is_object() || value.is_array()) {
            waiting.push_back(value);
          }
        }
      }
    }
  }

  void NoteThing(const object& thing) {
    element id;
    std::string_view text;
    if (thing.at_key("@id").get(id) == simdjson::SUCCESS && id.get(text) == simdjson::SUCCESS) {
      const auto [known, is_new] = by_id_.emplace(text, thing);
      if (!is_new && known->second.size() < thing.size()) {
        known->second = thing;
      }
    }
    if (JsonLdThings::IsOf(thing, "ClaimReview") || IsArticle(thing)) {
      things_listed_.push_back(thing);
    }
  }

  std::optional<object> FullestOf(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? std::nullopt : std::optional(found->second);
  }

  void Take(const object& thing) {
    FormatTally tally;
    Mapped out{queue_, tally};
    const bool is_review = JsonLdThings::IsOf(thing, "ClaimReview");
    const bool is_wanted =
        taken_ == JsonLdTaken::kBoth || (taken_ == JsonLdTaken::kClaimReviews) == is_review;
    if (!is_wanted) {
      tally_.LeftOut(is_review ? "claim reviews" : "articles");
      return;
    }
    // A mention by its `@id` alone, of what is told in full elsewhere.
    if (thing.size() <= 2) {
      return;
    }
    Status mapped =
        is_review ? MapClaimReview(thing, things_, out) : MapNewsArticle(thing, things_, out);
    if (mapped.has_value()) {
      mapped = queue_.Check();
    }
    if (mapped.has_value()) {
      tally_.Add(tally);
      return;
    }
    Error error = std::move(mapped).error();
    error.message = std::string(is_review ? "claim review " : "article ") + NameOf(thing) + ": " +
                    error.message;
    queue_.Refuse(std::move(error));
  }

  // For messages: its address, else its headline, else which one it is.
  std::string NameOf(const object& thing) const {
    for (const std::string_view field : {"url", "headline", "name", "claimReviewed"}) {
      std::string text = things_.TextIn(thing, field);
      if (!text.empty()) {
        return "\"" + text + "\"";
      }
    }
    return std::to_string(next_);
  }

  JsonLdTaken taken_;
  std::vector<std::unique_ptr<simdjson::dom::parser>> parsers_;  // own what the rest points into
  std::vector<element> roots_;
  std::vector<object> things_listed_;
  std::unordered_map<std::string_view, object> by_id_;
  size_t next_ = 0;
  JsonLdThings things_;
  RecordQueue queue_;
  FormatTally tally_;
};

}  // namespace

Result<std::unique_ptr<RecordReader>> ReadJsonLdFile(LineReader& lines, JsonLdTaken taken) {
  auto reader = std::make_unique<JsonLdReader>(taken);
  STEMMA_ASSIGN(std::string bytes, ReadWhole(lines));
  STEMMA_TRY(reader->Load(std::move(bytes)));
  return std::unique_ptr<RecordReader>(std::move(reader));
}

}  // namespace stemma
