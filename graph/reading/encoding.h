// The bytes of a file as UTF-8 text, whatever encoding they came in.
//
// What a byte-order mark says is believed first, then what markup declares, then UTF-8 where the
// bytes are well-formed, and only then a guess. One exception: bytes beyond ASCII that are
// well-formed UTF-8 are UTF-8 whatever markup says, because pages are stored again in UTF-8 with
// their old declaration, while text in another encoding is hardly ever well-formed UTF-8.
// Source: WHATWG Encoding (labels, and windows-1252 for Latin-1); ICU converters and detector.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/base/result.h"

namespace stemma {

struct DecodedText {
  std::string text;                // well-formed UTF-8 without a byte-order mark
  std::vector<std::string> notes;  // what was guessed, contradicted or replaced
};

// The label of the encoding that the first 4 KiB of a page declare (`<meta charset>`, `<?xml
// encoding>`); empty when they do not. Borrows from `bytes`.
std::string_view DeclaredEncoding(std::string_view bytes);

// `declared`: a label, or empty; one that nobody knows is passed over with a note. Well-formed
// UTF-8 comes out byte for byte, NUL bytes included. InvalidInput for what is no text: an archive,
// a picture, a PDF, more control characters than text. O(bytes).
Result<DecodedText> DecodeText(std::string_view bytes, std::string_view declared);

}  // namespace stemma
