#include "graph/reading/article.h"

namespace stemma {

Result<Article> ReadArticle(const std::string& bytes) {
  Article article;
  article.text = bytes;
  return article;
}

}  // namespace stemma
