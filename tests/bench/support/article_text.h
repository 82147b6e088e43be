// Invented news articles, the same from the same seed: sentences, quotes with and without speakers,
// credits, sources, figures and acronyms about as often as in agency copy.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace stemma::bench {

// About 3 kB each, no two the same.
std::vector<std::string> MakeArticles(uint64_t count, uint64_t seed);

}  // namespace stemma::bench
