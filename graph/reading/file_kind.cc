#include "graph/reading/file_kind.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace stemma {
namespace {

using std::string_view_literals::operator""sv;

struct Signature {
  std::string_view bytes;
  std::string_view format;
  size_t offset = 0;
};

constexpr std::array kSignatures = {
    Signature{"PK\x03\x04"sv, "a ZIP archive (or a document in one, as .docx or .epub)"},
    Signature{"PK\x05\x06"sv, "a ZIP archive"},
    Signature{"\x89PNG\r\n\x1a\n"sv, "a PNG picture"},
    Signature{"\xff\xd8\xff"sv, "a JPEG picture"},
    Signature{"GIF87a"sv, "a GIF picture"},
    Signature{"GIF89a"sv, "a GIF picture"},
    Signature{"%PDF-"sv, "a PDF document"},
    Signature{"\x1f\x8b"sv, "a gzip archive"},
    Signature{"1AY&SY"sv, "a bzip2 archive", 4},
    Signature{"\xfd\x37zXZ\0"sv, "an xz archive"},
    Signature{"\x28\xb5\x2f\xfd"sv, "a Zstandard archive"},
    Signature{"7z\xbc\xaf\x27\x1c"sv, "a 7z archive"},
    Signature{"Rar!\x1a\x07"sv, "a RAR archive"},
    Signature{"ustar"sv, "a tar archive", 257},
    Signature{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "a Microsoft Office document"},
    Signature{"{\\rtf"sv, "an RTF document"},
    Signature{"\x7f\x45LF"sv, "a program"},
    Signature{"MZ\x90\0"sv, "a program"},
    Signature{"II*\0"sv, "a TIFF picture"},
    Signature{"MM\0*"sv, "a TIFF picture"},
    Signature{"WEBP"sv, "a WebP picture", 8},
    Signature{"WAVEfmt"sv, "a sound file", 8},
    Signature{"ID3\x03"sv, "a sound file"},
    Signature{"ID3\x04"sv, "a sound file"},
    Signature{"OggS\0"sv, "a sound file"},
    Signature{"ftyp"sv, "a video", 4},
    Signature{"\x1a\x45\xdf\xa3"sv, "a video"},
    Signature{"SQLite format 3\0"sv, "an SQLite database"},
};

// Tags that a page or a piece of one begins with.
constexpr std::array kOpeningTags = {
    "a"sv,      "address"sv, "article"sv, "aside"sv,  "b"sv,    "blockquote"sv, "body"sv, "br"sv,
    "center"sv, "div"sv,     "em"sv,      "figure"sv, "font"sv, "footer"sv,     "h1"sv,   "h2"sv,
    "h3"sv,     "h4"sv,      "head"sv,    "header"sv, "hr"sv,   "html"sv,       "i"sv,    "img"sv,
    "li"sv,     "link"sv,    "main"sv,    "meta"sv,   "nav"sv,  "ol"sv,         "p"sv,    "pre"sv,
    "script"sv, "section"sv, "small"sv,   "span"sv,   "tt"sv,   "strong"sv,     "td"sv,   "style"sv,
    "table"sv,  "tbody"sv,   "time"sv,    "title"sv,  "tr"sv,   "u"sv,          "ul"sv};

constexpr bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

constexpr char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool StartsWithLower(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(),
                                                   [](char a, char b) { return a == Lower(b); });
}

// What is left behind spaces, comments and processing instructions.
std::string_view SkipPreamble(std::string_view text) {
  for (;;) {
    while (!text.empty() && IsSpace(text.front())) {
      text.remove_prefix(1);
    }
    const std::string_view closing = text.starts_with("<!--")    ? "-->"sv
                                     : text.starts_with("<?xml") ? "?>"sv
                                                                 : ""sv;
    const size_t end = closing.empty() ? text.npos : text.find(closing);
    if (end == text.npos) {
      return text;
    }
    text.remove_prefix(end + closing.size());
  }
}

}  // namespace

std::string_view BinaryFormat(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.size() >= signature.offset &&
        bytes.substr(signature.offset).starts_with(signature.bytes)) {
      return signature.format;
    }
  }
  return {};
}

bool IsMostlyControls(std::string_view bytes) {
  constexpr size_t kTellingBytes = 32;
  const std::string_view head = bytes.substr(0, 8192);
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && !IsSpace(c) && c != '\x1b') || c == '\x7f';
  });
  return head.size() >= kTellingBytes && static_cast<size_t>(controls) * 3 > head.size();
}

bool LooksLikeHtml(std::string_view text) {
  const std::string_view body = SkipPreamble(text);
  if (StartsWithLower(body, "<!doctype html")) {
    return true;
  }
  if (body.starts_with('<')) {
    for (const std::string_view tag : kOpeningTags) {
      if (StartsWithLower(body.substr(1), tag)) {
        const std::string_view rest = body.substr(1 + tag.size());
        if (rest.empty() || IsSpace(rest.front()) || rest.front() == '>' || rest.front() == '/') {
          return true;
        }
      }
    }
  }
  const std::string_view head = body.substr(0, 1024);
  for (size_t at = head.find('<'); at != head.npos; at = head.find('<', at + 1)) {
    const std::string_view tag = head.substr(at);
    for (const std::string_view sure :
         {"<!doctype html"sv, "<html>"sv, "<html "sv, "<body>"sv, "<body "sv, "<head>"sv}) {
      if (StartsWithLower(tag, sure)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace stemma
