#include "graph/export/xml_writer.h"

#include <array>
#include <cstdio>

#include <libxml/xmlwriter.h>

namespace stemma {
namespace {

const xmlChar* Xml(const char* text) {
  return reinterpret_cast<const xmlChar*>(text);
}

std::string CodePoint(unsigned value) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "U+%04X", value);
  return text.data();
}

}  // namespace

std::optional<std::string> ForbiddenInXml(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') {
      return "control character " + CodePoint(byte);
    }
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    if (byte == 0xEF &&
        (text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF")) {
      return CodePoint(0xFF00U + static_cast<unsigned char>(text[i + 2]) + 0x40U);
    }
  }
  return std::nullopt;
}

struct XmlWriter::Handles {
  explicit Handles(const ChunkWriter& chunks) : write(chunks) {}

  static int Write(void* self, const char* bytes, int size) {
    auto& handles = *static_cast<Handles*>(self);
    if (handles.status.has_value()) {
      handles.status = handles.write({bytes, static_cast<size_t>(size)});
    }
    return size;  // of a failure libxml2 would tell standard error, in its own words
  }

  void Take(int result) { has_failed = has_failed || result < 0; }

  const ChunkWriter& write;
  Status status;
  bool has_failed = false;
  xmlTextWriterPtr writer = nullptr;
};

XmlWriter::XmlWriter(const ChunkWriter& write) : handles_(std::make_unique<Handles>(write)) {
  xmlOutputBufferPtr buffer =
      xmlOutputBufferCreateIO(Handles::Write, nullptr, handles_.get(), nullptr);
  handles_->writer = buffer == nullptr ? nullptr : xmlNewTextWriter(buffer);
  if (handles_->writer == nullptr) {
    handles_->has_failed = true;
    return;
  }
  handles_->Take(xmlTextWriterSetIndent(handles_->writer, 1));
  handles_->Take(xmlTextWriterStartDocument(handles_->writer, "1.0", "UTF-8", nullptr));
}

XmlWriter::~XmlWriter() {
  if (handles_->writer != nullptr) {
    xmlFreeTextWriter(handles_->writer);
  }
}

void XmlWriter::Start(const char* element) {
  handles_->Take(xmlTextWriterStartElement(handles_->writer, Xml(element)));
}

void XmlWriter::Attribute(const char* name, const std::string& value) {
  handles_->Take(xmlTextWriterWriteAttribute(handles_->writer, Xml(name), Xml(value.c_str())));
}

void XmlWriter::Text(const std::string& text) {
  handles_->Take(xmlTextWriterWriteString(handles_->writer, Xml(text.c_str())));
}

void XmlWriter::End() {
  handles_->Take(xmlTextWriterEndElement(handles_->writer));
}

Status XmlWriter::Written() const {
  if (handles_->status.has_value() && handles_->has_failed) {
    return Fail(ErrorCode::kIo, "the XML cannot be written");
  }
  return handles_->status;
}

Status XmlWriter::Finish() {
  handles_->Take(xmlTextWriterEndDocument(handles_->writer));
  handles_->Take(xmlTextWriterFlush(handles_->writer));
  return Written();
}

}  // namespace stemma
