#include "graph/reading/html_url.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "graph/reading/html_token.h"

namespace stemma {
namespace {

std::string_view Trim(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r\n\f");
  return begin == text.npos ? std::string_view()
                            : text.substr(begin, text.find_last_not_of(" \t\r\n\f") + 1 - begin);
}

bool StartsWith(std::string_view text, std::string_view lower) {
  return EqualsIgnoringCase(text.substr(0, lower.size()), lower);
}

// The length of "https:" with its colon; 0 when there is no scheme.
size_t SchemeLength(std::string_view url) {
  for (size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == ':') {
      return i == 0 ? 0 : i + 1;
    }
    if (!is_letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
      return 0;
    }
  }
  return 0;
}

// Clause 5.2.4.
std::string WithoutDots(std::string_view path) {
  std::vector<std::string_view> parts;
  bool ends_in_folder = false;
  for (size_t at = 1; at <= path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    ends_in_folder = part == "." || part == "..";
    if (part == "..") {
      if (!parts.empty()) {
        parts.pop_back();
      }
    } else if (part != ".") {
      parts.push_back(part);
    }
    at = end + 1;
  }
  std::string clean;
  for (const std::string_view part : parts) {
    (clean += '/') += part;
  }
  return ends_in_folder || clean.empty() ? clean + "/" : clean;
}

}  // namespace

bool IsWebUrl(std::string_view url) {
  return StartsWith(url, "http://") || StartsWith(url, "https://");
}

std::string ResolveUrl(std::string_view base, std::string_view reference) {
  reference = Trim(reference);
  if (SchemeLength(reference) > 0 || !IsWebUrl(base)) {
    return std::string(reference);
  }
  const size_t scheme = SchemeLength(base);
  if (reference.starts_with("//")) {
    return std::string(base.substr(0, scheme)).append(reference);
  }
  const size_t host_end = std::min(base.find_first_of("/?#", scheme + 2), base.size());
  const std::string origin(base.substr(0, host_end));
  const size_t path_end = std::min(base.find_first_of("?#", host_end), base.size());
  const std::string_view base_path = base.substr(host_end, path_end - host_end);
  if (reference.empty() || reference.front() == '#') {
    return std::string(base.substr(0, base.find('#'))).append(reference);
  }
  if (reference.front() == '?') {
    return std::string(base.substr(0, path_end)).append(reference);
  }
  const size_t tail = std::min(reference.find_first_of("?#"), reference.size());
  std::string path(reference.substr(0, tail));
  if (path.front() != '/') {
    const size_t slash = base_path.rfind('/');
    path.insert(0, slash == base_path.npos ? "/" : std::string(base_path.substr(0, slash + 1)));
  }
  return origin + WithoutDots(path).append(reference.substr(tail));
}

bool LeadsElsewhere(std::string_view reference) {
  reference = Trim(reference);
  return !reference.empty() && reference.front() != '#' &&
         (SchemeLength(reference) == 0 || IsWebUrl(reference));
}

}  // namespace stemma
