#include "graph/model/json_line.h"

#include <cstring>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "graph/base/edtf.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

bool NeedsEscape(std::string_view text) {
  bool needs_escape = false;  // no early end: so the loop looks at many bytes at once
  for (const char c : text) {
    needs_escape |= static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
  }
  return needs_escape;
}

// Appends to a string, which has room in advance: asking it at each of a line's many short pieces
// whether they fit took more time than all of them.
class Line {
 public:
  explicit Line(std::string& out) : out_(out), size_(out.size()) { MakeRoom(0); }
  ~Line() { out_.resize(size_); }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  void Put(char c) {
    MakeRoom(1);
    out_[size_++] = c;
  }
  // Of a literal the size is known here, and copying it is a move or two.
  template <size_t kSize>
  void Put(const char (&literal)[kSize]) {
    MakeRoom(kSize);
    Copy(literal, kSize - 1);
  }
  void Put(std::string_view text) {
    MakeRoom(text.size());
    Copy(text.data(), text.size());
  }
  void Put(uint64_t number) { Put(std::string_view(std::to_string(number))); }
  // Texts are checked to be UTF-8 on the way in, so that dumping cannot fail. Most need no escape,
  // and then are written as they are: a library that looks at each byte takes most of an export's
  // time.
  void PutText(std::string_view text) {
    if (NeedsEscape(text)) {
      Put(std::string_view(Json(text).dump()));
    } else {
      MakeRoom(text.size() + 2);
      out_[size_++] = '"';
      Copy(text.data(), text.size());
      out_[size_++] = '"';
    }
  }

 private:
  static constexpr size_t kRoom = 256;  // what most lines need

  void MakeRoom(size_t size) {
    if (out_.size() - size_ < size) {
      out_.resize(size_ + size + kRoom);
    }
  }
  void Copy(const char* bytes, size_t size) {
    std::memcpy(out_.data() + size_, bytes, size);
    size_ += size;
  }

  std::string& out_;  // longer than what is written
  size_t size_;       // which is so long
};

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
  explicit Object(Line& line) : line_(line) {}

  // `name` is a literal, and needs no escape.
  template <size_t kSize>
  Line& Member(const char (&name)[kSize]) {
    Begin();
    line_.Put('"');
    line_.Put(name);
    line_.Put("\":");
    return line_;
  }
  template <size_t kSize>
  void Add(const char (&name)[kSize], std::string_view text) {
    Member(name).PutText(text);
  }
  template <size_t kSize>
  void Add(const char (&name)[kSize], const std::optional<std::string>& text) {
    if (text) {
      Add(name, std::string_view(*text));
    }
  }
  template <size_t kSize>
  void Add(const char (&name)[kSize], uint64_t number) {
    Member(name).Put(number);
  }
  // Numbers are written as they were read: JSON libraries would round 1.10 or a long integer.
  void Add(const Field& field) {
    Begin();
    line_.PutText(field.name);
    line_.Put(':');
    if (field.is_text) {
      line_.PutText(field.value);
    } else {
      line_.Put(std::string_view(field.value));
    }
  }
  void Add(const std::vector<Field>& fields) {
    for (const Field& field : fields) {
      Add(field);
    }
  }
  void End() {
    if (before_ == '{') {
      line_.Put('{');
    }
    line_.Put('}');
  }

 private:
  void Begin() { line_.Put(std::exchange(before_, ',')); }

  Line& line_;
  char before_ = '{';  // the next member
};

void Append(const Evidence& evidence, Line& line) {
  Object object(line);
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

void Append(std::span<const Evidence> evidence, Line& line) {
  char before = '[';
  for (const Evidence& one : evidence) {
    line.Put(before);
    Append(one, line);
    before = ',';
  }
  if (before == '[') {
    line.Put('[');
  }
  line.Put(']');
}

void Add(const Confidence& confidence, Object& object) {
  Line& line = object.Member("confidence");
  if (confidence.counted) {
    Object counts(line);
    counts.Add("right", confidence.right);
    counts.Add("fired", confidence.fired);
    counts.End();
  } else {
    line.Put(std::string_view(Json(confidence.number).dump()));
  }
}

void Add(const std::vector<std::string>& claims, Object& object) {
  Line& line = object.Member("claims");
  char before = '[';
  for (const std::string& claim : claims) {
    line.Put(before);
    line.PutText(claim);
    before = ',';
  }
  line.Put(']');
}

}  // namespace

void AppendJsonLine(const NodeAssertion& assertion, bool with_at, std::string& out) {
  Line written(out);
  Object line(written);
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
  Line written(out);
  Object line(written);
  line.Add("edge", Name(assertion.kind));
  line.Add("from", std::string_view(assertion.from));
  line.Add("to", std::string_view(assertion.to));
  if (assertion.judgement != Judgement::kNone) {
    line.Add("judgement", Name(assertion.judgement));
  }
  line.Add("how", assertion.how);
  if (assertion.inherited) {
    line.Member("inherited").Put("true");
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

BareEdgeLines::BareEdgeLines(EdgeAssertion like) {
  constexpr std::string_view kEnds = R"("","to":"")";
  like.from.clear();
  like.to.clear();
  std::string line;
  AppendJsonLine(like, /*with_at=*/true, line);
  const size_t ends = line.find(kEnds);
  before_from_ = line.substr(0, ends);
  behind_to_ = line.substr(ends + kEnds.size());
}

void BareEdgeLines::Append(std::string_view from, std::string_view to, std::string& out) const {
  Line line(out);
  line.Put(std::string_view(before_from_));
  line.PutText(from);
  line.Put(",\"to\":");
  line.PutText(to);
  line.Put(std::string_view(behind_to_));
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
  {
    Line line(list);
    Append(evidence, line);
  }
  return list;
}

}  // namespace stemma
