#include "cli/receipt_report.h"

#include <nlohmann/json.hpp>

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

std::string OrphanText(const Orphan& orphan) {
  const std::string words = orphan.exact.empty() ? "" : " (“" + orphan.exact + "”)";
  return "the new text of " + orphan.in + " no longer holds the evidence of " + orphan.from + " " +
         std::string(Name(orphan.kind)) + " " + orphan.to + words;
}

}  // namespace

Json OrphansJson(const std::vector<Orphan>& orphans) {
  Json list = Json::array();
  for (const Orphan& orphan : orphans) {
    list.push_back({{"in", orphan.in},
                    {"from", orphan.from},
                    {"edge", Name(orphan.kind)},
                    {"to", orphan.to},
                    {"exact", orphan.exact}});
  }
  return list;
}

Json ReceiptJson(const Receipt& receipt, const std::vector<std::string>& rejections) {
  return {{"nodes", {{"new", receipt.nodes_new}, {"updated", receipt.nodes_updated}}},
          {"edges", {{"new", receipt.edges_new}, {"updated", receipt.edges_updated}}},
          {"unchanged", receipt.unchanged},
          {"rejected", receipt.rejected},
          {"rejections", rejections},
          {"orphaned", receipt.orphaned},
          {"orphans", OrphansJson(receipt.orphans)}};
}

void NoteOrphans(const Context& context, const std::vector<Orphan>& orphans, uint64_t orphaned) {
  for (const Orphan& orphan : orphans) {
    context.Note(OrphanText(orphan));
  }
  if (orphaned > orphans.size()) {
    context.Note("and " + std::to_string(orphaned - orphans.size()) +
                 " more evidences that no longer fit");
  }
}

void ListRejected(const Context& context, const std::vector<std::string>& rejections,
                  uint64_t rejected) {
  for (const std::string& line : rejections) {
    context.Complain("left out: " + line);
  }
  if (rejected > rejections.size()) {
    context.err << "stemma: and " << rejected - rejections.size() << " more lines left out\n";
  }
}

void PrintCounts(const Context& context, const Receipt& receipt) {
  context.out << "nodes: " << receipt.nodes_new << " new, " << receipt.nodes_updated
              << " updated\nedges: " << receipt.edges_new << " new, " << receipt.edges_updated
              << " updated\nrejected: " << receipt.rejected << "\n";
  if (receipt.unchanged > 0) {
    context.out << "known already, as written: " << receipt.unchanged << "\n";
  }
}

}  // namespace stemma
