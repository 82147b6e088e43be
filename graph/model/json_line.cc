#include "graph/model/json_line.h"

#include <vector>

#include <nlohmann/json.hpp>

#include "graph/base/edtf.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

// Texts are checked to be UTF-8 on the way in, so that dumping cannot fail. Most need no escape,
// and then are written as they are: a library that looks at each byte takes most of an export's
// time.
void AppendText(std::string_view text, std::string& out) {
  bool needs_escape = false;  // no early end: so the loop looks at many bytes at once
  for (const char c : text) {
    needs_escape |= static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
  }
  if (!needs_escape) {
    out += '"';
    out += text;
    out += '"';
  } else {
    out += Json(text).dump();
  }
}

// Lines that follow each other were mostly said at one time.
std::string_view TextOf(Instant at) {
  thread_local Instant last = at;
  thread_local std::string text = FormatInstant(at);
  if (at != last) {
    last = at;
    text = FormatInstant(at);
  }
  return text;
}

// One object, its members in the order in which they are added.
class Object {
 public:
  explicit Object(std::string& out) : out_(out) { out_ += '{'; }

  // `name` needs no escape.
  std::string& Member(std::string_view name) {
    Begin();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    return out_;
  }
  void Add(std::string_view name, std::string_view text) { AppendText(text, Member(name)); }
  void Add(std::string_view name, const std::optional<std::string>& text) {
    if (text) {
      Add(name, std::string_view(*text));
    }
  }
  void Add(std::string_view name, uint64_t number) { Member(name) += std::to_string(number); }
  // Numbers are written as they were read: JSON libraries would round 1.10 or a long integer.
  void Add(const Field& field) {
    Begin();
    AppendText(field.name, out_);
    out_ += ':';
    if (field.is_text) {
      AppendText(field.value, out_);
    } else {
      out_ += field.value;
    }
  }
  void Add(const std::vector<Field>& fields) {
    for (const Field& field : fields) {
      Add(field);
    }
  }
  void End() { out_ += '}'; }

 private:
  void Begin() {
    if (has_member_) {
      out_ += ',';
    }
    has_member_ = true;
  }

  std::string& out_;
  bool has_member_ = false;
};

void Append(const Evidence& evidence, std::string& out) {
  Object object(out);
  if (!evidence.in.empty()) {
    object.Add("in", std::string_view(evidence.in));
  }
  if (evidence.start) {
    object.Add("start", *evidence.start);
    object.Add("end", *evidence.end);
  }
  object.Add("exact", evidence.exact);
  object.Add("prefix", evidence.prefix);
  object.Add("suffix", evidence.suffix);
  object.Add(evidence.extra);
  object.End();
}

void Append(std::span<const Evidence> evidence, std::string& out) {
  char before = '[';
  for (const Evidence& one : evidence) {
    out += before;
    Append(one, out);
    before = ',';
  }
  out += before == '[' ? "[]" : "]";
}

void Add(const Confidence& confidence, Object& object) {
  std::string& out = object.Member("confidence");
  if (confidence.counted) {
    Object counts(out);
    counts.Add("right", confidence.right);
    counts.Add("fired", confidence.fired);
    counts.End();
  } else {
    out += Json(confidence.number).dump();
  }
}

void Add(const std::vector<std::string>& claims, Object& object) {
  std::string& out = object.Member("claims");
  char before = '[';
  for (const std::string& claim : claims) {
    out += before;
    AppendText(claim, out);
    before = ',';
  }
  out += ']';
}

}  // namespace

void AppendJsonLine(const NodeAssertion& assertion, bool with_at, std::string& out) {
  Object line(out);
  line.Add("node", Name(assertion.kind));
  line.Add("id", std::string_view(assertion.id));
  line.Add(assertion.fields);
  line.Add("by", assertion.by);
  if (with_at) {
    line.Add("at", TextOf(assertion.at));
  }
  line.End();
}

void AppendJsonLine(const EdgeAssertion& assertion, bool with_at, std::string& out) {
  Object line(out);
  line.Add("edge", Name(assertion.kind));
  line.Add("from", std::string_view(assertion.from));
  line.Add("to", std::string_view(assertion.to));
  if (assertion.judgement != Judgement::kNone) {
    line.Add("judgement", Name(assertion.judgement));
  }
  line.Add("how", assertion.how);
  if (assertion.inherited) {
    line.Member("inherited") += "true";
  }
  if (!assertion.claims.empty()) {
    Add(assertion.claims, line);
  }
  line.Add("as_printed", assertion.as_printed);
  if (!assertion.evidence.empty()) {
    Append(assertion.evidence, line.Member("evidence"));
  }
  if (assertion.status != AssertionStatus::kAsserted) {
    line.Add("status", Name(assertion.status));
  }
  line.Add("method", assertion.method);
  if (assertion.confidence) {
    Add(*assertion.confidence, line);
  }
  line.Add("by", assertion.by);
  if (with_at) {
    line.Add("at", TextOf(assertion.at));
  }
  line.Add("because", assertion.because);
  line.Add(assertion.extra);
  line.End();
}

std::string WriteJsonLine(const NodeAssertion& assertion) {
  std::string line;
  AppendJsonLine(assertion, assertion.at_given, line);
  return line;
}

std::string WriteJsonLine(const EdgeAssertion& assertion) {
  std::string line;
  AppendJsonLine(assertion, assertion.at_given, line);
  return line;
}

std::string WriteJson(std::span<const Evidence> evidence) {
  std::string list;
  Append(evidence, list);
  return list;
}

}  // namespace stemma
