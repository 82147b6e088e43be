#include <nlohmann/json.hpp>

#include "cli/audit_output.h"
#include "cli/json_output.h"
#include "graph/audit/rule_counts.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

template <class Value>
Json OrNull(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json JsonOf(const Finding& finding, const std::string& name) {
  Json related = Json::array();
  for (const Related& one : finding.related) {
    related.push_back({{"node", one.node},
                       {"start", OrNull(one.start)},
                       {"end", OrNull(one.end)},
                       {"exact", one.exact}});
  }
  return {{"id", finding.id},
          {"rule", Name(finding.rule)},
          {"severity", Name(finding.severity)},
          {"node", name},
          {"start", OrNull(finding.start)},
          {"end", OrNull(finding.end)},
          {"exact", finding.exact},
          {"message", finding.message},
          {"suggestion", OrNull(finding.suggestion)},
          {"because", finding.because},
          {"related", related},
          {"method", finding.method},
          {"confidence", JsonOf(CountedRule(finding.method))}};
}

class JsonOutput : public AuditOutput {
 public:
  explicit JsonOutput(Context& context) : out_(context.out) { out_ << "{\"findings\":["; }

  void Put(const Audited& audited) override {
    for (const Finding& finding : audited.findings) {
      out_ << (is_first_ ? "" : ",\n") << JsonOf(finding, audited.name).dump();
      is_first_ = false;
    }
  }

  void End(const AuditTotals& totals) override {
    Json checked = Json::object();
    for (const Rule rule : kRules) {
      checked[std::string(Name(rule))] = totals.checked[static_cast<size_t>(rule)];
    }
    out_ << "],\"checked\":" << checked.dump() << ",\"cleared\":" << totals.cleared << "}\n";
  }

 private:
  std::ostream& out_;
  bool is_first_ = true;
};

}  // namespace

std::unique_ptr<AuditOutput> AuditJsonOutput(Context& context) {
  return std::make_unique<JsonOutput>(context);
}

}  // namespace stemma
