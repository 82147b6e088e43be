// Options of a benchmark: `--name value`, `-n value`, or, of a flag, `--name`; anything else ends
// the program.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace stemma::bench {

class Options {
 public:
  // `names` are those that take a value, with its default; `flags` those that take none.
  Options(int argc, char** argv, std::map<std::string, std::string> names,
          const std::vector<std::string>& flags = {})
      : values_(std::move(names)) {
    for (int i = 1; i < argc; ++i) {
      const std::string argument = argv[i];
      const std::string name = argument.substr(DashesOf(argument));
      if (values_.contains(name) && i + 1 < argc) {
        values_[name] = argv[++i];
      } else if (std::find(flags.begin(), flags.end(), name) != flags.end()) {
        flags_[name] = true;
      } else {
        Refuse(argv[0], flags);
      }
    }
  }

  const std::string& Text(const std::string& name) const { return values_.at(name); }
  uint64_t Number(const std::string& name) const {
    return std::strtoull(values_.at(name).c_str(), nullptr, 10);
  }
  bool Flag(const std::string& name) const { return flags_.contains(name); }

 private:
  // What stands before the name: two of them, or one before a single letter.
  static size_t DashesOf(const std::string& argument) {
    return argument.starts_with("--")                   ? 2
           : argument.size() == 2 && argument[0] == '-' ? 1
                                                        : argument.size();
  }

  [[noreturn]] void Refuse(const char* program, const std::vector<std::string>& flags) const {
    std::fprintf(stderr, "usage: %s", program);
    for (const auto& [name, value] : values_) {
      std::fprintf(stderr, " [%s%s %s]", name.size() == 1 ? "-" : "--", name.c_str(),
                   value.empty() ? "…" : value.c_str());
    }
    for (const std::string& flag : flags) {
      std::fprintf(stderr, " [--%s]", flag.c_str());
    }
    std::fputs("\n", stderr);
    std::exit(2);
  }

  std::map<std::string, std::string> values_;
  std::map<std::string, bool> flags_;
};

}  // namespace stemma::bench
