#include "graph/ingest/formats/claim_review.h"

#include <optional>
#include <set>
#include <string>

#include <simdjson.h>

#include "graph/ingest/format_fields.h"
#include "graph/ingest/formats/news_article.h"

namespace stemma {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view kFormat = "claimreview";

std::optional<object> ObjectIn(const object& thing, std::string_view field) {
  element value;
  object inner;
  simdjson::dom::array list;
  if (thing.at_key(field).get(value) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  if (value.get(list) == simdjson::SUCCESS && list.size() > 0) {
    value = list.at(0).value_unsafe();
  }
  return value.get(inner) == simdjson::SUCCESS ? std::optional(inner) : std::nullopt;
}

std::optional<double> NumberIn(const object& thing, std::string_view field) {
  element value;
  return thing.at_key(field).get(value) == simdjson::SUCCESS ? NumberOf(value) : std::nullopt;
}

// Denies, supports, or nothing that a number says.
std::optional<EdgeKind> VerdictOf(const object& rating) {
  constexpr double kQuarter = 0.25;
  const auto value = NumberIn(rating, "ratingValue");
  const auto best = NumberIn(rating, "bestRating");
  const auto worst = NumberIn(rating, "worstRating");
  if (!value || !best || !worst || *best <= *worst || *value < *worst || *value > *best) {
    return std::nullopt;
  }
  const double height = (*value - *worst) / (*best - *worst);
  return height <= kQuarter       ? std::optional(EdgeKind::kDenies)
         : height >= 1 - kQuarter ? std::optional(EdgeKind::kSupports)
                                  : std::nullopt;
}

class Review {
 public:
  Review(const object& review, JsonLdThings& things, Mapped& out)
      : review_(review), things_(things), out_(out) {}

  Status Map() {
    STEMMA_TRY(CheckNamesDiffer(review_));
    const std::string address = things_.AddressIn(review_, "url");
    if (address.empty()) {
      return InvalidInput("url: expected an address, found none");
    }
    words_ = things_.TextIn(review_, "claimReviewed");
    if (words_.empty()) {
      return InvalidInput("claimReviewed: expected a text, found none");
    }
    id_ = things_.IdFor(NodeKind::kArticle, IdOfUrl(address));
    claim_ = things_.IdFor(NodeKind::kClaim, "claim:" + HashOfWords(words_));
    AddReview(address);
    AddClaim();
    AddVerdict();
    AddMakers(review_, id_, kFormat, things_, out_);
    out_.tally.Took("claim review", "claim reviews");
    return {};
  }

 private:
  void AddReview(const std::string& address) {
    static const std::set<std::string_view> kPlaced = {
        "@context", "@id",           "@type",         "url",     "headline",  "name",
        "author",   "datePublished", "claimReviewed", "creator", "publisher", "inLanguage"};
    NodeAssertion& node = out_.records.AddNode(NodeKind::kArticle);
    node.id = id_;
    PutText(node, "url", address);
    const std::string headline = things_.TextIn(review_, "headline");
    PutText(node, "title", headline.empty() ? things_.TextIn(review_, "name") : headline);
    PutText(node, "date", things_.DateIn(review_, "datePublished"));
    PutText(node, "lang", things_.TextIn(review_, "inLanguage"));
    // Several reviews may stand on one page, and a node has each field once.
    PutText(node, "claimReviewed", words_);
    out_.tally.Kept("claimReviewed");
    for (const auto& [name, value] : review_) {
      if (!kPlaced.contains(name)) {
        Keep(out_, node.fields, kFormat, name, value);
      }
    }
  }

  // The claim, the works that state it, and who is said to have made it.
  void AddClaim() {
    NodeAssertion& node = out_.records.AddNode(NodeKind::kClaim);
    node.id = claim_;
    PutText(node, "text", words_);
    const auto item = ObjectIn(review_, "itemReviewed");
    if (!item) {
      return;
    }
    const std::string said_on = things_.TextIn(*item, "datePublished");
    PutText(node, "datePublished", said_on);
    const std::string author = things_.TextIn(*item, "author");
    PutText(node, "author", author);
    for (const std::string_view kept :
         {said_on.empty() ? "" : "datePublished", author.empty() ? "" : "author"}) {
      if (!kept.empty()) {
        out_.tally.Kept(kept);
      }
    }
    for (const std::string_view field : {"firstAppearance", "appearance"}) {
      things_.ForEach(*item, field, [&](const element& value) { return AddAppearance(value); });
    }
    // Reviews written before there was a Claim have the work itself as what is reviewed.
    if (!JsonLdThings::IsOf(*item, "Claim")) {
      element value;
      if (review_.at_key("itemReviewed").get(value) == simdjson::SUCCESS) {
        AddAppearance(value);
      }
    }
    things_.ForEach(*item, "author", [&](const element& value) {
      const std::string speaker = things_.AddAgent(value, NodeKind::kSpeaker, out_);
      if (!speaker.empty()) {
        AddExtracted(out_, id_, EdgeKind::kMentions, speaker, kFormat);
      }
      return true;
    });
  }

  bool AddAppearance(const element& value) {
    const std::string work = things_.AddWork(value, out_);
    if (work.empty()) {
      out_.tally.LeftOut("appearances without an address");
      return false;
    }
    AddExtracted(out_, work, EdgeKind::kStates, claim_, kFormat);
    return true;
  }

  void AddVerdict() {
    const auto rating = ObjectIn(review_, "reviewRating");
    const auto verdict = rating ? VerdictOf(*rating) : std::nullopt;
    if (!verdict) {
      out_.tally.Took("rating that no number settles", "ratings that no number settles");
      return;
    }
    EdgeAssertion& edge = AddExtracted(out_, id_, *verdict, claim_, kFormat);
    const std::string words = things_.TextIn(*rating, "alternateName");
    const std::string named = words.empty() ? things_.TextIn(*rating, "name") : words;
    if (!named.empty()) {
      edge.because = "rated “" + named + "”";
    }
  }

  const object& review_;
  JsonLdThings& things_;
  Mapped& out_;
  std::string words_;
  std::string id_;
  std::string claim_;
};

}  // namespace

Status MapClaimReview(const object& review, JsonLdThings& things, Mapped& out) {
  return Review(review, things, out).Map();
}

}  // namespace stemma
