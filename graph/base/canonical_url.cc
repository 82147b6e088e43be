#include "graph/base/canonical_url.h"

#include <algorithm>
#include <array>

namespace stemma {
namespace {

char LowerAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), LowerAscii);
  return lower;
}

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n\f";
  const size_t begin = std::min(text.find_first_not_of(kSpaces), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(kSpaces) + 1);
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  const char lower = LowerAscii(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool IsUnreserved(int c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

// "%7e" as "~", "%c3" as "%C3".
std::string WithPlainEscapes(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? HexDigit(text[i + 1]) : -1;
    const int low = high >= 0 ? HexDigit(text[i + 2]) : -1;
    if (low < 0) {
      plain += text[i];
      continue;
    }
    const int byte = high * 16 + low;
    if (IsUnreserved(byte)) {
      plain += static_cast<char>(byte);
    } else {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      plain += '%';
      plain += kDigits[static_cast<size_t>(high)];
      plain += kDigits[static_cast<size_t>(low)];
    }
    i += 2;
  }
  return plain;
}

bool CountsVisitors(std::string_view parameter) {
  static constexpr std::array<std::string_view, 18> kNames = {
      "_ga",     "_gl",    "dclid",  "fbclid", "gad_source", "gbraid",
      "gclid",   "gclsrc", "igsh",   "igshid", "mc_cid",     "mc_eid",
      "msclkid", "ttclid", "twclid", "wbraid", "yclid",      "srsltid"};
  const std::string name = Lower(parameter.substr(0, parameter.find('=')));
  return name.starts_with("utm_") || std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

std::string WithoutCounting(std::string_view query) {
  std::string kept;
  while (!query.empty()) {
    const size_t end = std::min(query.find('&'), query.size());
    const std::string parameter = WithPlainEscapes(query.substr(0, end));
    if (!parameter.empty() && !CountsVisitors(parameter)) {
      kept += (kept.empty() ? "?" : "&") + parameter;
    }
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return kept;
}

// Host and port, lower-cased; empty when there is no host.
std::string HostOf(std::string_view authority, bool is_https) {
  authority.remove_prefix(std::min(authority.rfind('@') + 1, authority.size()));
  const size_t bracket = authority.rfind(']');  // of an IPv6 address
  const size_t colon = authority.rfind(':');
  const bool has_port =
      colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
  std::string host = Lower(authority.substr(0, has_port ? colon : authority.size()));
  if (host.ends_with('.')) {
    host.pop_back();
  }
  const std::string_view port = has_port ? authority.substr(colon + 1) : std::string_view();
  const bool is_default = port.empty() || port == (is_https ? "443" : "80");
  return host.empty() || is_default ? host : host + ":" + std::string(port);
}

}  // namespace

std::optional<std::string> CanonicalUrl(std::string_view url) {
  url = Trimmed(url);
  const bool has_gap = std::any_of(url.begin(), url.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
  });
  const size_t scheme_end = url.find("://");
  if (has_gap || scheme_end == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string scheme = Lower(url.substr(0, scheme_end));
  if (scheme != "http" && scheme != "https") {
    return std::nullopt;
  }
  url.remove_prefix(scheme_end + 3);
  url = url.substr(0, url.find('#'));
  const size_t authority_end = std::min(url.find_first_of("/?"), url.size());
  const std::string host = HostOf(url.substr(0, authority_end), scheme == "https");
  if (host.empty()) {
    return std::nullopt;
  }
  url.remove_prefix(authority_end);
  const size_t path_end = std::min(url.find('?'), url.size());
  std::string path = WithPlainEscapes(url.substr(0, path_end));
  path.resize(path.find_last_not_of('/') + 1);
  const std::string_view query = url.substr(std::min(path_end + 1, url.size()));
  return scheme + "://" + host + path + WithoutCounting(query);
}

std::string_view UrlKey(std::string_view canonical) {
  return canonical.substr(canonical.find("://") + 3);
}

}  // namespace stemma
