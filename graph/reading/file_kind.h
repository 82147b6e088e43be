// What a file is by its first bytes: one of the formats that are no text, or text, or a page.
//
// Source: the formats' own signatures; WHATWG MIME Sniffing, clause 7.1, for HTML.
// Thread safety: pure.
#pragma once

#include <string_view>

namespace stemma {

// "a ZIP archive", with its article, when the signature of a format that is not text is there;
// empty otherwise. O(1).
std::string_view BinaryFormat(std::string_view bytes);

// Whether bytes are no text: more than one control character in three of the first
// 8 KiB, spaces not counted as such; of less than 32 bytes nobody can tell. O(1).
bool IsMostlyControls(std::string_view bytes);

// Whether a text is a page or a piece of one: it begins with a tag of HTML, or has one of the tags
// that only pages have in its first KiB. `text` is in an encoding that keeps ASCII. O(1).
bool LooksLikeHtml(std::string_view text);

}  // namespace stemma
