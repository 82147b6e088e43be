#include "graph/adding/agents.h"

#include <array>

#include "graph/base/utf8.h"

namespace stemma {
namespace {

std::string SeveralBearIt(const std::vector<NamedNode>& nodes) {
  constexpr size_t kListedMax = 3;
  std::string text = std::to_string(nodes.size()) + " nodes bear the name: ";
  for (size_t i = 0; i < std::min(nodes.size(), kListedMax); ++i) {
    text += (i == 0 ? "" : ", ") + nodes[i].id;
  }
  return text + (nodes.size() > kListedMax ? ", …" : "");
}

bool IsOutlet(NodeKind kind) {
  return kind == NodeKind::kOutlet;
}

// As printed, and with and without the article.
std::vector<std::string> Spellings(const std::string& name, std::string_view printed) {
  return {name, "the " + name, std::string(printed)};
}

}  // namespace

std::string OutletName(std::string_view name) {
  std::string folded = FoldName(name);
  return folded.starts_with("the ") ? folded.substr(4) : folded;
}

Settled Agents::MakeSpeaker(const SpeakerMention& mention, std::string_view printed, size_t place,
                            const std::string& because) {
  Settled settled{Settled::As::kApart, "speaker", std::string(printed), "", because};
  settled.node = article_ + "#s" + std::to_string(place);
  NodeAssertion node;
  node.id = settled.node;
  node.kind = NodeKind::kSpeaker;
  const bool is_named = !mention.name.empty();
  node.fields.push_back(TextField("name", is_named ? mention.name : std::string(printed)));
  if (!is_named) {
    node.fields.push_back(TrueField("unnamed"));
    if (!mention.role.empty()) {
      node.fields.push_back(TextField("role", mention.role));
    }
    if (!mention.organisation.empty()) {
      node.fields.push_back(TextField("organisation", mention.organisation));
    }
  }
  list_.Add(std::move(node));
  return settled;
}

Result<Settled> Agents::Speaker(const SpeakerMention& mention, std::string_view printed,
                                size_t place) {
  if (mention.name.empty()) {
    return MakeSpeaker(mention, printed, place, "no name is printed");
  }
  STEMMA_ASSIGN(const std::vector<NamedNode> bearing, names_.Bearing({&mention.name, 1}, IsAgent));
  if (bearing.size() == 1) {
    return Settled{Settled::As::kMatched, "speaker", std::string(printed), bearing[0].id, ""};
  }
  const std::string folded = FoldName(mention.name);
  if (bearing.size() > 1) {
    // Within one article the name is one person's.
    const auto apart = apart_.find(folded);
    if (apart != apart_.end()) {
      return Settled{Settled::As::kApart, "speaker", std::string(printed), apart->second,
                     SeveralBearIt(bearing)};
    }
    Settled settled = MakeSpeaker(mention, printed, place, SeveralBearIt(bearing));
    apart_.emplace(folded, settled.node);
    return settled;
  }
  if (folded.empty()) {
    return MakeSpeaker({mention.span, mention.role, mention.organisation, ""}, printed, place,
                       "no name is printed");
  }
  Settled settled{Settled::As::kMade, "speaker", std::string(printed), "", ""};
  STEMMA_ASSIGN(settled.node, names_.NewId(mention.name));
  list_.Add({settled.node, NodeKind::kSpeaker, {TextField("name", mention.name)}, {}, 0, false});
  names_.Learn(mention.name, {settled.node, NodeKind::kSpeaker});
  return settled;
}

Result<Settled> Agents::Stored(std::string_view what, const std::string& name,
                               std::string_view printed, bool (*fits)(NodeKind)) {
  Settled settled{Settled::As::kUnresolved, what, std::string(printed), "", ""};
  STEMMA_ASSIGN(const std::vector<NamedNode> bearing,
                names_.Bearing(Spellings(name, printed), fits));
  if (bearing.size() == 1) {
    settled.as = Settled::As::kMatched;
    settled.node = bearing.front().id;
  } else {
    settled.because = bearing.empty() ? "no stored node bears the name" : SeveralBearIt(bearing);
  }
  return settled;
}

Result<Settled> Agents::Outlet(std::string_view what, const std::string& name,
                               std::string_view printed) {
  STEMMA_ASSIGN(const auto bearing, names_.Bearing(Spellings(name, printed), IsOutlet));
  if (!bearing.empty() || OutletName(name).empty()) {
    return Stored(what, name, printed, IsOutlet);
  }
  Settled settled{Settled::As::kMade, what, std::string(printed), "", ""};
  STEMMA_ASSIGN(settled.node, names_.NewId(name));
  list_.Add({settled.node, NodeKind::kOutlet, {TextField("name", name)}, {}, 0, false});
  names_.Learn(name, {settled.node, NodeKind::kOutlet});
  return settled;
}

}  // namespace stemma
