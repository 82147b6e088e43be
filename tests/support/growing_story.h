// A story that grows by imports of a known size, and what everybody must see who reads it
// meanwhile: all of the first so many imports, and nothing of the next.
//
// Each import brings works that cite each other in a chain, and moves a pointer: an article whose
// fields are superseded, and of whose edges all but the newest are withdrawn. Half an import, or
// parts of two, would break one of the counts, the chain, the pointer or the log.
// Thread safety: pure functions.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "graph/model/graph_sink.h"
#include "storage/database.h"

namespace stemma::testing {

// Works of one import, and of one chain, whose first is a document and cites nothing.
inline constexpr uint64_t kStoryWorks = 20;
inline constexpr uint64_t kStoryChain = 400;

// The assertions of an import, by its number, from 1.
void AddStoryImport(GraphSink& sink, uint64_t number);

// What a store holds after so many of them.
GraphCounts StoryCounts(uint64_t imports);
// Throws when no number of imports gives so many nodes.
uint64_t StoryImports(uint64_t nodes);
// The newest work then, and the hops from it to the beginning of its chain.
std::string NewestStoryWork(uint64_t imports);
uint64_t NewestStoryDepth(uint64_t imports);

// Looks at what `store` shows, some of it at random, and returns how many imports that is. Throws
// where it is not exactly so many.
uint64_t CheckStory(const StoreReader& store, std::mt19937_64& random);
// All of it: every node and edge, and the whole log. Slower as the story grows.
uint64_t CheckWholeStory(const StoreReader& store, std::mt19937_64& random);

}  // namespace stemma::testing
