#include "graph/ingest/formats/graphml.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <libxml/xmlreader.h>
#include <nlohmann/json.hpp>

#include "graph/base/escaped_bytes.h"
#include "graph/ingest/formats/attribute_record.h"
#include "graph/ingest/json_lines.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "graphml";

std::string_view View(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// Our own export writes ids that are no name tokens as ":" and bytes as "_" and two digits.
std::string IdOfToken(const std::string& token, bool is_ours) {
  return is_ours && token.starts_with(":") ? UnescapeBytes(token.substr(1), '_') : token;
}

struct Key {
  std::string name;
  std::string type;
};

struct OpenRecord {
  bool is_node = false;
  uint64_t line = 0;
  std::string id;  // of a node
  std::string from;
  std::string to;
  NamedValues values;
};

class Graphml : public RecordReader {
 public:
  explicit Graphml(LineReader& lines) : lines_(lines) {}
  ~Graphml() override {
    if (xml_ != nullptr) {
      xmlFreeTextReader(xml_);
    }
  }
  Graphml(const Graphml&) = delete;
  Graphml& operator=(const Graphml&) = delete;

  Status Begin() {
    // No network, no loading of what a declaration names, no entities put into the text.
    // What is wrong with the first bytes it would print, before it can be told who listens.
    xmlSetGenericErrorFunc(nullptr, SayNothing);
    xml_ = xmlReaderForIO(ReadBytes, nullptr, this, nullptr, nullptr, XML_PARSE_NONET);
    xmlSetGenericErrorFunc(nullptr, nullptr);
    if (xml_ == nullptr) {
      return Fail(ErrorCode::kIo, "no memory to read XML");
    }
    xmlTextReaderSetErrorHandler(xml_, NoteError, this);
    return {};
  }

  Result<bool> Next(ReadRecord& record) override {
    while (!has_done_) {
      ahead_bytes_ = 0;
      const int more = xmlTextReaderRead(xml_);
      if (read_error_) {
        return tl::unexpected<Error>(*read_error_);
      }
      if (more < 0) {
        return InvalidInput("expected GraphML, found broken XML: " + what_is_broken_);
      }
      if (more == 0) {
        return false;
      }
      STEMMA_TRY(TakeNode());
    }
    has_done_ = false;
    Hand(record);
    return true;
  }

  uint64_t Line() const override {
    return static_cast<uint64_t>(std::max(0, xmlTextReaderGetParserLineNumber(xml_)));
  }
  std::string Note() const override { return tally_.Text(); }

 private:
  static int ReadBytes(void* self, char* out, int size) {
    auto& reader = *static_cast<Graphml*>(self);
    auto got = reader.lines_.Read(out, static_cast<size_t>(size));
    if (!got.has_value()) {
      reader.read_error_ = got.error();
      return -1;
    }
    reader.ahead_bytes_ += *got;
    if (reader.ahead_bytes_ > kAheadBytesMax) {
      reader.read_error_ =
          Error{ErrorCode::kInvalidInput, "expected GraphML, found " +
                                              std::to_string(kAheadBytesMax >> 20U) +
                                              " MiB without an element or a text"};
      return -1;
    }
    return static_cast<int>(*got);
  }

  static void SayNothing(void*, const char*, ...) {}

  // The first is what matters.
  static void NoteError(void* self, const char* message, xmlParserSeverities,
                        xmlTextReaderLocatorPtr) {
    auto& reader = *static_cast<Graphml*>(self);
    if (reader.what_is_broken_.empty()) {
      const std::string_view text = message == nullptr ? "" : message;
      reader.what_is_broken_ = text.substr(0, text.find('\n'));
    }
  }

  Status TakeNode() {
    switch (xmlTextReaderNodeType(xml_)) {
      case XML_READER_TYPE_DOCUMENT_TYPE:
      case XML_READER_TYPE_ENTITY_REFERENCE:
        return InvalidInput("expected GraphML without a document type declaration, found one");
      case XML_READER_TYPE_ELEMENT: {
        const std::string name(View(xmlTextReaderConstLocalName(xml_)));
        const bool is_empty = xmlTextReaderIsEmptyElement(xml_) == 1;
        STEMMA_TRY(Open(name));
        if (is_empty) {
          Close(name);
        }
        return {};
      }
      case XML_READER_TYPE_END_ELEMENT:
        Close(std::string(View(xmlTextReaderConstLocalName(xml_))));
        return {};
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        if (in_data_) {
          text_ += View(xmlTextReaderConstValue(xml_));
        }
        return {};
      default:
        return {};
    }
  }

  // The parser is ahead of the element; an element knows its line up to 65,534.
  uint64_t LineOfElement() const {
    constexpr long kLinesKnown = 65535;
    const long line = xmlGetLineNo(xmlTextReaderCurrentNode(xml_));
    return line > 0 && line < kLinesKnown ? static_cast<uint64_t>(line) : Line();
  }

  std::string Attribute(const char* name) const {
    xmlChar* value = xmlTextReaderGetAttribute(xml_, reinterpret_cast<const xmlChar*>(name));
    std::string text(View(value));
    xmlFree(value);
    return text;
  }

  Status Open(const std::string& name) {
    if (!has_root_ && name != "graphml") {
      return InvalidInput("expected GraphML, found XML that begins with <" + name + ">");
    }
    has_root_ = true;
    if (in_data_) {
      tally_.LeftOut("elements within data");
    } else if (name == "key") {
      std::string shown = Attribute("attr.name");
      const std::string id = Attribute("id");
      keys_[id] = {shown.empty() ? id : std::move(shown), Attribute("attr.type")};
    } else if (name == "graph") {
      is_ours_ = is_ours_ || (open_.empty() && Attribute("id") == "stemma");
      if (Attribute("edgedefault") == "undirected") {
        tally_.Took("undirected graph, read from source to target",
                    "undirected graphs, read from source to target");
      }
    } else if (name == "node" || name == "edge") {
      OpenRecord& record = open_.emplace_back();
      record.is_node = name == "node";
      record.line = LineOfElement();
      record.id = IdOfToken(Attribute("id"), is_ours_);
      record.from = IdOfToken(Attribute("source"), is_ours_);
      record.to = IdOfToken(Attribute("target"), is_ours_);
    } else if (name == "data") {
      in_data_ = true;
      text_.clear();
      data_key_ = Attribute("key");
    } else if (name == "hyperedge" || name == "port") {
      tally_.LeftOut(name + "s");
    }
    return {};
  }

  void Close(const std::string& name) {
    if (name == "data" && in_data_) {
      in_data_ = false;
      if (!open_.empty()) {
        TakeData();
      }
    } else if (!in_data_ && (name == "node" || name == "edge") && !open_.empty()) {
      done_ = std::move(open_.back());
      open_.pop_back();
      has_done_ = true;
    }
  }

  void TakeData() {
    const auto known = keys_.find(data_key_);
    const Key key = known == keys_.end() ? Key{data_key_, "string"} : known->second;
    if (is_ours_ && open_.back().is_node && key.name == "id") {
      return;  // the token says the same
    }
    Json value = ValueOfText(key.name, text_);
    if (key.type != "string" && !key.type.empty()) {
      Json typed = Json::parse(text_, nullptr, /*allow_exceptions=*/false);
      value = typed.is_boolean() || typed.is_number() ? std::move(typed) : std::move(value);
    }
    open_.back().values.emplace_back(key.name, std::move(value));
  }

  void Hand(ReadRecord& record) {
    record.place.line = done_.line;
    record.error.reset();
    FormatTally tally;
    const Result<std::string> line =
        done_.is_node ? NodeLineOf(done_.id, std::move(done_.values), kFormat, tally)
                      : EdgeLineOf(done_.from, done_.to, std::move(done_.values), kFormat, tally);
    Status parsed =
        line.has_value() ? json_.Parse(*line, record) : Status(tl::make_unexpected(line.error()));
    if (!parsed.has_value()) {
      record.error = std::move(parsed).error();
    } else {
      tally_.Add(tally);
    }
  }

  // libxml2 reads comments on, and keeps them, until an element or a text comes.
  static constexpr size_t kAheadBytesMax = size_t{16} << 20;

  LineReader& lines_;
  size_t ahead_bytes_ = 0;  // read since the last node of the document
  xmlTextReaderPtr xml_ = nullptr;
  std::optional<Error> read_error_;
  std::string what_is_broken_;
  std::map<std::string, Key> keys_;
  std::vector<OpenRecord> open_;  // nodes within nodes
  OpenRecord done_;
  bool has_done_ = false;
  bool has_root_ = false;
  bool is_ours_ = false;
  bool in_data_ = false;
  std::string data_key_;
  std::string text_;
  JsonLinesReader json_;
  FormatTally tally_;
};

}  // namespace

Result<std::unique_ptr<RecordReader>> ReadGraphml(LineReader& lines) {
  auto reader = std::make_unique<Graphml>(lines);
  STEMMA_TRY(reader->Begin());
  return std::unique_ptr<RecordReader>(std::move(reader));
}

}  // namespace stemma
