// Addresses of pages and of what they link to.
//
// Source: RFC 3986, clause 5.2 (relative resolution).
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>

namespace stemma {

bool IsWebUrl(std::string_view url);  // absolute, http or https

// `reference` seen from `base`, an absolute address or empty; as written where that does not make
// it absolute. White space around it is dropped. O(bytes).
std::string ResolveUrl(std::string_view base, std::string_view reference);

// Whether a link leads to another document: not to a place on the page, a mailbox or a script.
bool LeadsElsewhere(std::string_view reference);

}  // namespace stemma
