#include "graph/reading/encoding.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "graph/base/utf8.h"
#include "graph/reading/file_kind.h"

namespace stemma {
namespace {

using std::string_view_literals::operator""sv;

constexpr size_t kDeclarationBytes = 4096;
constexpr size_t kGuessBytes = 64 * 1024;

struct Mark {
  std::string_view bytes;
  const char* encoding;
};

// UTF-32 before UTF-16, whose mark its own begins with.
constexpr std::array kMarks = {Mark{"\xff\xfe\0\0"sv, "UTF-32LE"},
                               Mark{"\0\0\xfe\xff"sv, "UTF-32BE"}, Mark{"\xff\xfe"sv, "UTF-16LE"},
                               Mark{"\xfe\xff"sv, "UTF-16BE"}};
constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf"sv;

std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

// Labels mean on the web what browsers take them for, not what standards made of them.
std::string WebEncoding(std::string_view label) {
  static constexpr std::array kRenamed = {
      std::pair{"iso-8859-1"sv, "windows-1252"sv},
      std::pair{"iso8859-1"sv, "windows-1252"sv},
      std::pair{"latin1"sv, "windows-1252"sv},
      std::pair{"us-ascii"sv, "windows-1252"sv},
      std::pair{"ascii"sv, "windows-1252"sv},
      std::pair{"cp1252"sv, "windows-1252"sv},
      std::pair{"iso-8859-9"sv, "windows-1254"sv},
      std::pair{"gb2312"sv, "gb18030"sv},
      std::pair{"gbk"sv, "gb18030"sv},
      std::pair{"x-sjis"sv, "windows-31j"sv},
      std::pair{"shift_jis"sv, "windows-31j"sv},
      std::pair{"shift-jis"sv, "windows-31j"sv},
      std::pair{"euc-kr"sv, "windows-949"sv},
      std::pair{"ks_c_5601-1987"sv, "windows-949"sv},
      std::pair{"utf8"sv, "utf-8"sv},
      std::pair{"unicode"sv, "utf-8"sv},
      std::pair{"utf-16"sv, "utf-8"sv},  // a page whose declaration could be read is not UTF-16
      std::pair{"utf-16le"sv, "utf-8"sv},
      std::pair{"utf-16be"sv, "utf-8"sv}};
  const std::string lower = LowerAscii(label);
  for (const auto& [from, to] : kRenamed) {
    if (lower == from) {
      return std::string(to);
    }
  }
  return lower;
}

// The value behind `key` and "=", in quotation marks or bare.
std::string_view ValueBehind(std::string_view text, std::string_view key) {
  const size_t at = LowerAscii(text).find(key);
  if (at == std::string_view::npos) {
    return {};
  }
  text.remove_prefix(at + key.size());
  const auto skip = [&text](std::string_view characters) {
    text.remove_prefix(std::min(text.find_first_not_of(characters), text.size()));
  };
  skip(" \t\r\n");
  if (!text.starts_with('=')) {
    return {};
  }
  text.remove_prefix(1);
  skip(" \t\r\n\"'");
  return text.substr(0, text.find_first_of(" \t\r\n\"';/>?"));
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// `bytes` from `encoding` to UTF-8, what cannot be decoded replaced by U+FFFD; nothing when ICU
// knows no such encoding.
std::optional<std::string> Convert(std::string_view bytes, const std::string& encoding) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> from(ucnv_open(encoding.c_str(), &error));
  const std::unique_ptr<UConverter, CloseConverter> to(ucnv_open("UTF-8", &error));
  if (U_FAILURE(error)) {
    return std::nullopt;
  }
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8 + 16);
  std::array<UChar, 4096> pivot;
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  std::array<char, 16384> piece;
  const char* source = bytes.data();
  const char* source_end = bytes.data() + bytes.size();
  for (UBool is_first = true;; is_first = false) {
    char* target = piece.data();
    error = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, piece.data() + piece.size(), &source, source_end,
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                   is_first, /*flush=*/true, &error);
    text.append(piece.data(), target);
    if (error != U_BUFFER_OVERFLOW_ERROR) {
      return text;
    }
  }
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// Latin-1 when the detector has no opinion: it decodes everything.
std::string GuessEncoding(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&error));
  if (U_SUCCESS(error)) {
    // What is beyond ASCII tells encodings apart, so the guess begins where that does.
    const size_t ascii = AsciiPrefix(bytes);
    bytes.remove_prefix(ascii > kGuessBytes / 2 ? ascii - kGuessBytes / 2 : 0);
    bytes = bytes.substr(0, kGuessBytes);
    ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &error);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
    if (U_SUCCESS(error) && match != nullptr) {
      const char* name = ucsdet_getName(match, &error);
      const std::string guess = U_SUCCESS(error) ? WebEncoding(name) : "";
      if (!guess.empty() && !guess.starts_with("utf-")) {
        return guess;
      }
    }
  }
  return "windows-1252";
}

// UTF-16 without a mark: in western text every other byte is NUL, always on the same side.
const char* UnmarkedUtf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 8192);
  size_t zeros[2] = {0, 0};
  for (size_t i = 0; i < head.size(); ++i) {
    zeros[i % 2] += head[i] == '\0' ? 1 : 0;
  }
  const size_t half = head.size() / 2;
  if (half < 8) {
    return nullptr;
  }
  const auto many = [half](size_t n) { return n * 10 > half * 7; };
  const auto few = [half](size_t n) { return n * 10 < half; };
  return many(zeros[1]) && few(zeros[0])   ? "UTF-16LE"
         : many(zeros[0]) && few(zeros[1]) ? "UTF-16BE"
                                           : nullptr;
}

DecodedText Decoded(std::string_view bytes, const std::string& encoding, std::string note) {
  DecodedText decoded;
  decoded.text = Convert(bytes, encoding).value_or("");
  if (!note.empty()) {
    decoded.notes.push_back(std::move(note));
  }
  return decoded;
}

// UTF-8 with damage: few bad bytes in much that is good, as truncated or joined texts have.
bool IsDamagedUtf8(std::string_view bytes) {
  size_t good = 0;
  size_t bad = 0;
  while (!bytes.empty() && bad * 10 <= good + 10) {
    const size_t end = FirstInvalidUtf8(bytes).value_or(bytes.size());
    good += static_cast<size_t>(std::count_if(bytes.begin(), bytes.begin() + static_cast<long>(end),
                                              [](char c) { return (c & 0xC0) == 0xC0; }));
    bad += end < bytes.size() ? 1 : 0;
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return bad * 10 <= good;
}

Result<DecodedText> DecodeUnmarked(std::string_view bytes, std::string_view declared) {
  if (const char* utf16 = UnmarkedUtf16(bytes); utf16 != nullptr) {
    return Decoded(bytes, utf16, std::string("the encoding was guessed: ") + utf16);
  }
  if (IsMostlyControls(bytes)) {
    return InvalidInput("expected text or HTML, found bytes that are mostly control characters");
  }
  const bool is_utf8 = !FirstInvalidUtf8(bytes).has_value();
  const bool is_ascii = is_utf8 && AsciiPrefix(bytes) == bytes.size();
  const std::string encoding = declared.empty() ? "" : WebEncoding(declared);
  if (is_utf8 && (!is_ascii || encoding.empty() || bytes.find('\x1b') == bytes.npos)) {
    DecodedText decoded{std::string(bytes), {}};
    if (!is_ascii && !encoding.empty() && encoding != "utf-8") {
      decoded.notes.push_back("the encoding is declared as " + std::string(declared) +
                              ", but the bytes are UTF-8 and were read as that");
    }
    return decoded;
  }
  if (encoding == "utf-8" || (encoding.empty() && IsDamagedUtf8(bytes))) {
    if (IsDamagedUtf8(bytes)) {
      return Decoded(bytes, "utf-8", "some bytes are not UTF-8 and were replaced by U+FFFD");
    }
  } else if (!encoding.empty()) {
    if (std::optional<std::string> text = Convert(bytes, encoding)) {
      return DecodedText{*std::move(text), {}};
    }
  }
  const std::string guess = GuessEncoding(bytes);
  std::string note = "the encoding was guessed: " + guess;
  if (!declared.empty()) {
    note += ", because the bytes are not the declared " + std::string(declared);
  }
  return Decoded(bytes, guess, std::move(note));
}

}  // namespace

std::string_view DeclaredEncoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kDeclarationBytes);
  if (head.starts_with("<?xml")) {
    if (const auto label = ValueBehind(head.substr(0, head.find("?>")), "encoding");
        !label.empty()) {
      return label;
    }
  }
  const std::string lower = LowerAscii(head);
  for (size_t at = lower.find("<meta"); at != lower.npos; at = lower.find("<meta", at + 1)) {
    const std::string_view tag = head.substr(at, lower.find('>', at) - at);
    if (const auto label = ValueBehind(tag, "charset"); !label.empty()) {
      return label;
    }
  }
  return {};
}

Result<DecodedText> DecodeText(std::string_view bytes, std::string_view declared) {
  if (const std::string_view format = BinaryFormat(bytes); !format.empty()) {
    return InvalidInput("expected text or HTML, found " + std::string(format));
  }
  if (bytes.starts_with(kUtf8Mark)) {
    bytes.remove_prefix(kUtf8Mark.size());
    if (!FirstInvalidUtf8(bytes).has_value()) {
      return DecodedText{std::string(bytes), {}};
    }
    return Decoded(bytes, "utf-8", "some bytes are not UTF-8 and were replaced by U+FFFD");
  }
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) {
      return Decoded(bytes.substr(mark.bytes.size()), mark.encoding, "");
    }
  }
  return DecodeUnmarked(bytes, declared);
}

}  // namespace stemma
