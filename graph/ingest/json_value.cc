#include "graph/ingest/json_value.h"

#include <charconv>

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include "graph/base/utf8.h"

namespace stemma {
namespace {

std::string WhatIsBroken(std::string_view text) {
  // Nothing is kept of what is parsed here.
  const auto forget = [](int, nlohmann::json::parse_event_t, nlohmann::json&) { return false; };
  try {
    [[maybe_unused]] const auto read = nlohmann::json::parse(text, forget);
  } catch (const nlohmann::json::parse_error& error) {
    return error.byte > text.size()
               ? std::string("JSON that stops before its end")
               : "broken JSON at byte " + std::to_string(error.byte) + " of the line";
  } catch (const nlohmann::json::exception&) {
    return "a number out of range";
  }
  return "JSON that is nested too deep or holds a number out of range";
}

}  // namespace

using simdjson::dom::element;
using simdjson::dom::object;

std::string WhatIsWrong(std::string_view line) {
  if (const auto invalid = FirstInvalidUtf8(line)) {
    return "expected UTF-8, found an invalid byte at byte " + std::to_string(*invalid + 1) +
           " of the line";
  }
  return "expected one JSON object, found " + WhatIsBroken(line);
}

bool IsBlankLine(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::string Shown(const element& value) {
  std::string text = simdjson::minify(value);
  if (text.size() <= 60) {
    return text;
  }
  size_t end = 40;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;  // not within a code point
  }
  return text.substr(0, end) + " and more";
}

tl::unexpected<Error> Expected(std::string_view field, std::string_view what,
                               const element& value) {
  return InvalidInput(std::string(field) + ": expected " + std::string(what) + ", found " +
                      Shown(value));
}

Field FieldOf(std::string_view name, const element& value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) {
    return {std::string(name), /*is_text=*/true, std::string(text)};
  }
  return {std::string(name), /*is_text=*/false, simdjson::minify(value)};
}

void AddTo(FieldRefill& fields, std::string_view name, const element& value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) {
    fields.Add(name, true, text);
  } else {
    fields.Add(name, false, simdjson::minify(value));
  }
}

Result<std::optional<std::string_view>> OptionalText(const object& object, std::string_view field) {
  element value;
  if (object.at_key(field).get(value) != simdjson::SUCCESS || value.is_null()) {
    return std::optional<std::string_view>();
  }
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) {
    return Expected(field, "a text", value);
  }
  return text.empty() ? std::nullopt : std::optional(text);
}

Result<std::string_view> RequiredText(const object& object, std::string_view field) {
  STEMMA_ASSIGN(const auto text, OptionalText(object, field));
  if (!text) {
    return InvalidInput(std::string(field) + ": expected a text, found none");
  }
  return *text;
}

std::optional<double> NumberOf(const element& value) {
  double number = 0;
  std::string_view text;
  if (value.get(number) == simdjson::SUCCESS) {
    return number;
  }
  if (value.get(text) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number)
                                                                  : std::nullopt;
}

}  // namespace stemma
