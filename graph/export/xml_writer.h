// XML to a ChunkWriter, element by element, through libxml2.
//
// The library escapes, nests and closes; this keeps its first failure, so that exporters look at it
// once a record and not at each call. Two things are left to the caller: what XML 1.0 cannot hold
// must be told apart before (ForbiddenInXml), and names of elements are given as literals.
// Source: https://www.w3.org/TR/xml/#charsets; libxml2, xmlwriter.h. Thread safety: one thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "graph/base/result.h"
#include "graph/export/chunk_writer.h"

namespace stemma {

// The first character of `text` that XML 1.0 has no way to write, as "control character U+0001" or
// "U+FFFE"; nothing mostly. `text` is well-formed UTF-8. O(bytes).
std::optional<std::string> ForbiddenInXml(std::string_view text);

class XmlWriter {
 public:
  // Borrows `write`. Writes the declaration.
  explicit XmlWriter(const ChunkWriter& write);
  ~XmlWriter();
  XmlWriter(const XmlWriter&) = delete;
  XmlWriter& operator=(const XmlWriter&) = delete;

  void Start(const char* element);
  // Of the element just started.
  void Attribute(const char* name, const std::string& value);
  void Text(const std::string& text);
  void End();

  // What the writer failed with, or Io.
  Status Written() const;
  // Ends what is open, and flushes.
  Status Finish();

 private:
  struct Handles;
  std::unique_ptr<Handles> handles_;
};

}  // namespace stemma
