#include "graph/reading/reading.h"

#include <utility>

namespace stemma {

Reading ReadSourcing(Article article) {
  Reading reading;
  reading.article = std::move(article);
  return reading;
}

}  // namespace stemma
