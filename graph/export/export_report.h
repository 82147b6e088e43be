// What an export is a part of, and what it left out because its format has no way to say it.
//
// Nobody finds out from a file what is not in it, so every exporter counts here.
// Thread safety: one thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/model/graph_view.h"

namespace stemma {

class ExportReport {
 public:
  // `whole`, borrowed: the graph that the exported one is a part of; null: it is all there is.
  explicit ExportReport(const GraphView* whole = nullptr) : whole_(whole) {}

  const GraphView* Whole() const { return whole_; }

  // `what` names what was left, in the plural, as it follows a count: "withdrawn edges".
  // `example` says where, for the first one of its kind: "title of obs-news".
  void LeaveOut(std::string_view what, std::string_view example = {}, uint64_t count = 1);

  // Something else that who exported should know: "2 nodes marked private are in it".
  void Remark(std::string remark) { remarks_.push_back(std::move(remark)); }
  const std::vector<std::string>& Remarks() const { return remarks_; }

  // "12 withdrawn edges", "1 … (first: title of obs-news)": one line a reason, by its words.
  std::vector<std::string> Lines() const;

 private:
  struct Left {
    uint64_t count = 0;
    std::string example;
  };
  const GraphView* whole_;
  std::map<std::string, Left, std::less<>> left_;
  std::vector<std::string> remarks_;
};

}  // namespace stemma
