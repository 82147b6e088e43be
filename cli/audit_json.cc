#include <nlohmann/json.hpp>

#include "cli/audit_output.h"
#include "cli/finding_json.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

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
