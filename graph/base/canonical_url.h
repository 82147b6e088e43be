// One spelling for the addresses of one page, so that a link finds the work it leads to.
//
// What is folded never changes which page is served: letter case of scheme and host, the default
// port, percent-encoding of plain letters, the fragment, a slash at the end, and parameters that
// only count visitors. "www." and the order of parameters do on some servers, and stay.
// Source: RFC 3986, 6.2.2 and 6.2.3; the parameters are those that Google, Meta, Microsoft,
// Mailchimp, X, TikTok and Yandex document for their own counting.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stemma {

// Nothing when `url` is no absolute http or https address, or holds white space or control
// characters inside. A user name and password are left out. O(bytes).
std::optional<std::string> CanonicalUrl(std::string_view url);

// A canonical URL without its scheme: http and https lead to one page. Borrows from `canonical`.
std::string_view UrlKey(std::string_view canonical);

}  // namespace stemma
