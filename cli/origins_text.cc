#include "cli/origins_text.h"

#include <algorithm>
#include <vector>

#include "cli/corrections_text.h"
#include "cli/text_writer.h"
#include "cli/trace_text_label.h"
#include "cli/trace_text_line.h"

namespace stemma {
namespace {

// How many ids a sentence can hold.
constexpr size_t kNamedMax = 6;

std::string_view Name(FamilyReason reason) {
  return reason == FamilyReason::kCopy          ? "copy"
         : reason == FamilyReason::kSyndication ? "syndication"
                                                : "same speaker, same date";
}

class OriginsWriter {
 public:
  OriginsWriter(const GraphView& graph, const Origins& origins, const OriginsTextOptions& options)
      : graph_(graph),
        origins_(origins),
        options_(options),
        view_(graph, options.filter),
        labels_(view_),
        writer_(options.terminal) {}

  Result<std::string> Write() {
    STEMMA_TRY(PutTitle());
    if (!origins_.origins.empty()) {
      STEMMA_TRY(PutOrigins());
      STEMMA_TRY(PutChains());
      STEMMA_TRY(PutProof());
    }
    if (origins_.families) {
      STEMMA_TRY(PutFamilies(*origins_.families));
    }
    STEMMA_TRY(PutUnknown());
    STEMMA_TRY(PutCorrections());
    WrapFlush(origins_.origins.empty()
                  ? "That is what is recorded: a source not recorded would change it."
                  : "Exact for what is recorded: an unrecorded link would lower it, an unrecorded "
                    "source raise it.");
    return writer_.Take();
  }

 private:
  bool AskedOne() const { return origins_.of.size() == 1; }
  size_t Readers() const { return origins_.of.size() - origins_.no_origin.size(); }

  Result<std::vector<std::string>> IdsOf(const std::vector<NodeId>& nodes) const {
    STEMMA_ASSIGN(std::vector<std::string> ids, graph_.Ids(nodes));
    std::transform(ids.begin(), ids.end(), ids.begin(),
                   [](const std::string& id) { return Printable(id); });
    return ids;
  }

  // "camps-against-will · claim: 2 origins, 2 independent".
  Status PutTitle() {
    Line title;
    if (AskedOne()) {
      STEMMA_ASSIGN(const NodeLabel* label, labels_.Of(origins_.of.front()));
      title = {{Printable(label->id), Tint::kBold},
               {" · " + std::string(stemma::Name(label->kind)) + ": "}};
    } else {
      title = {{std::to_string(origins_.of.size()) + " asked", Tint::kBold},
               {", " + std::to_string(Readers()) + (Readers() == 1 ? " reaches" : " reach") +
                " an origin: "}};
    }
    const size_t independent = origins_.independent.paths.size();
    if (origins_.origins.empty()) {
      title.push_back(
          {"no origin is recorded behind " + std::string(AskedOne() ? "it" : "any of them"),
           Tint::kYellow});
    } else {
      title.push_back({Counted(origins_.origins.size(), "origin", "origins") + ", " +
                           std::to_string(independent) + " independent",
                       Tint::kGreen});
    }
    writer_.Put(title);
    return {};
  }

  Status PutOrigins() {
    const size_t listed = std::min<size_t>(origins_.origins.size(), options_.listed_max);
    for (size_t i = 0; i < listed; ++i) {
      STEMMA_ASSIGN(const NodeLabel* label, labels_.Of(origins_.origins[i]));
      Line line = {{"  ● ", Tint::kGreen}, {Printable(label->id), Tint::kBold}};
      for (const std::string& detail : DetailsOf(*label, /*with_kind=*/true)) {
        line.push_back({" · " + detail});
      }
      writer_.Put(line);
    }
    PutMore(origins_.origins.size() - listed);
    return {};
  }

  void PutMore(size_t left_out) {
    if (left_out > 0) {
      writer_.Put({{"  " + AndMore(left_out), Tint::kDim}});
    }
  }

  Status PutChains() {
    const bool is_one = origins_.independent.paths.size() == 1;
    writer_.Put({{is_one ? "ONE CHAIN" : "CHAINS THAT SHARE NO NODE", Tint::kBold},
                 {is_one || AskedOne() ? "" : " but those asked"}});
    const auto& paths = origins_.independent.paths;
    const size_t listed = std::min<size_t>(paths.size(), options_.listed_max);
    for (size_t i = 0; i < listed; ++i) {
      STEMMA_ASSIGN(const std::vector<std::string> ids, IdsOf(paths[i]));
      std::string way;
      for (const std::string& id : ids) {
        way += (way.empty() ? "" : " → ") + id;
      }
      writer_.Wrap(way);
      STEMMA_TRY(PutOutlets(origins_.outlets[i]));
    }
    PutMore(paths.size() - listed);
    return {};
  }

  // Only where an owner is on record: outlets alone stand in the trace.
  Status PutOutlets(const std::vector<OwnedOutlet>& outlets) {
    std::vector<std::string> names;
    for (const OwnedOutlet& one : outlets) {
      if (!one.owners.empty()) {
        STEMMA_ASSIGN(const std::string id, IdOfOne(one.outlet));
        names.push_back(id + " (" + Printable(Enumerated(one.owners, kNamedMax)) + ")");
      }
    }
    if (!names.empty()) {
      writer_.Wrap("owners on record: " + Enumerated(names, kNamedMax), 4);
    }
    return {};
  }

  Result<std::string> IdOfOne(NodeId node) const {
    STEMMA_ASSIGN(const std::vector<std::string> ids, IdsOf({node}));
    return ids.front();
  }

  // The cut, the choke points, and an owner that all chains have.
  Status PutProof() {
    STEMMA_ASSIGN(const std::vector<std::string> cut, IdsOf(origins_.independent.cut));
    WrapFlush("There cannot be more: without " + Enumerated(cut, options_.listed_max) +
              " no chain to an origin is left.");
    STEMMA_ASSIGN(const std::vector<std::string> passed, IdsOf(origins_.choke_points));
    if (!passed.empty()) {
      const std::string who = Readers() > 2    ? "All " + std::to_string(Readers()) + " rest on "
                              : Readers() == 2 ? std::string("Both rest on ")
                                               : std::string("Every chain passes ");
      WrapFlush(who + Enumerated(passed, options_.listed_max) + ".");
    } else if (origins_.independent.paths.size() > 1) {
      WrapFlush("No node is passed by every chain.");
    }
    const std::vector<std::string> owners = OwnersOfAll(origins_.outlets);
    if (!owners.empty()) {
      WrapFlush("Every one of these chains passes an outlet of " +
                Printable(Enumerated(owners, kNamedMax)) + ": one owner, not one source.");
    }
    return {};
  }

  void WrapFlush(const std::string& sentence) { writer_.Wrap(sentence, 0); }

  Status PutFamilies(const Families& families) {
    const size_t count = families.independent.paths.size();
    if (families.folded.empty()) {
      WrapFlush("With families folded: " + std::to_string(count) +
                ", as before; nothing on these chains is a copy, syndicated, or one speaker's "
                "words of one date.");
      return {};
    }
    writer_.Put({{"WITH FAMILIES FOLDED", Tint::kBold},
                 {": " + std::to_string(count) + " independent", Tint::kGreen},
                 {count == origins_.independent.paths.size() ? ", as before" : ""}});
    const size_t listed = std::min<size_t>(families.folded.size(), options_.listed_max);
    for (size_t i = 0; i < listed; ++i) {
      const FoldedNode& one = families.folded[i];
      STEMMA_ASSIGN(const std::vector<std::string> ids, IdsOf({one.node, one.root}));
      writer_.Wrap(ids[0] + " into " + ids[1] + ": " + std::string(Name(one.reason)));
    }
    PutMore(families.folded.size() - listed);
    return {};
  }

  // "12 of 17 name no source: unknown, not dependent".
  Status PutUnknown() {
    std::vector<NodeId> unknown;
    std::vector<NodeId> short_of_one;
    for (const Sourceless& one : origins_.no_origin) {
      (one.names_source ? short_of_one : unknown).push_back(one.node);
    }
    STEMMA_TRY(PutGiven(unknown, "names no source: unknown, not dependent",
                        "name no source: unknown, not dependent"));
    return PutGiven(short_of_one, "has sources whose chains reach no origin",
                    "have sources whose chains reach no origin");
  }

  Status PutGiven(const std::vector<NodeId>& nodes, const std::string& one,
                  const std::string& several) {
    if (nodes.empty()) {
      return {};
    }
    if (AskedOne()) {
      WrapFlush("It " + one + ".");
      return {};
    }
    STEMMA_ASSIGN(const std::vector<std::string> ids, IdsOf(nodes));
    WrapFlush(std::to_string(nodes.size()) + " of " + std::to_string(origins_.of.size()) + " " +
              (nodes.size() == 1 ? one : several) + " (" + Enumerated(ids, options_.listed_max) +
              ").");
    return {};
  }

  Status PutCorrections() {
    std::vector<NodeId> shown;
    for (const std::vector<NodeId>& path : origins_.independent.paths) {
      shown.insert(shown.end(), path.begin(), path.end());
    }
    Corrections corrections(view_);
    STEMMA_ASSIGN(const std::string words, CorrectionWords(graph_, corrections, shown));
    if (!words.empty()) {
      WrapFlush("On these chains: " + words + ".");
    }
    return {};
  }

  const GraphView& graph_;
  const Origins& origins_;
  const OriginsTextOptions& options_;
  const FilteredView view_;
  NodeLabels labels_;
  TextWriter writer_;
};

}  // namespace

Result<std::string> OriginsText(const GraphView& graph, const Origins& origins,
                                const OriginsTextOptions& options) {
  return OriginsWriter(graph, origins, options).Write();
}

}  // namespace stemma
