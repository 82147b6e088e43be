// Given names that news prints often, by whom they are given to.
//
// A name that is not listed says nothing; names that both bear are listed as persons' alone.
// Source: docs/audit.md; common given names of English- and French-speaking countries and of the
// languages that their news names persons from.
// Thread safety: pure.
#pragma once

#include <optional>
#include <string_view>

#include "graph/reading/mentions.h"

namespace stemma {

// Of "Anne-Marie" the first part decides. Nothing: not listed.
std::optional<Gender> GivenNameGender(std::string_view printed);

}  // namespace stemma
