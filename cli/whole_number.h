// Options that count something: CLI11 takes "-1" for the largest number there is.
#pragma once

namespace CLI {
class Option;
}

namespace stemma {

// Gives the option the type name N, and refuses what is not written in digits alone.
CLI::Option* WholeNumber(CLI::Option* option);

}  // namespace stemma
