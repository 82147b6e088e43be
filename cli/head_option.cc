#include "cli/head_option.h"

namespace stemma {

Result<std::optional<Head>> HeadOption(const std::string& text) {
  const std::optional<Head> head = ParseHead(text);
  if (!head && !text.empty()) {
    return InvalidInput("--head: expected a number, a colon and 64 hexadecimal digits, found \"" +
                        text + "\"");
  }
  return head;
}

}  // namespace stemma
