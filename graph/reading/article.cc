#include "graph/reading/article.h"

#include <utility>

#include "graph/reading/encoding.h"
#include "graph/reading/file_kind.h"
#include "graph/reading/html_article.h"

namespace stemma {
namespace {

// Markup is read for its declaration before it is decoded, in UTF-16 that cannot be, nor need it.
bool MayDeclareEncoding(std::string_view bytes) {
  return bytes.starts_with("<?xml") || LooksLikeHtml(bytes);
}

}  // namespace

Result<Article> ReadArticle(const std::string& bytes) {
  const std::string_view declared =
      MayDeclareEncoding(bytes) ? DeclaredEncoding(bytes) : std::string_view();
  STEMMA_ASSIGN(DecodedText decoded, DecodeText(bytes, declared));
  if (LooksLikeHtml(decoded.text)) {
    Article article = ReadPage(decoded.text);
    article.notes.insert(article.notes.begin(), std::make_move_iterator(decoded.notes.begin()),
                         std::make_move_iterator(decoded.notes.end()));
    return article;
  }
  Article article;
  article.text = std::move(decoded.text);
  article.notes = std::move(decoded.notes);
  return article;
}

}  // namespace stemma
