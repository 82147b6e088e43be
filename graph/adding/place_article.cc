#include "graph/adding/place_article.h"

#include <filesystem>
#include <vector>

#include "graph/adding/known_names.h"
#include "graph/base/canonical_url.h"
#include "graph/model/assertion.h"

namespace stemma {
namespace {

class Placer {
 public:
  Placer(KnownWorks& works, const std::string& text_hash, const ArticleSource& source)
      : works_(works), text_hash_(text_hash), source_(source) {}

  Status ById(Placement& placement, const std::string& id) const {
    STEMMA_ASSIGN(const auto versions, works_.Versions(id));
    placement.id = id;
    placement.told_by = "id";
    return versions.empty() ? Status() : AmongVersions(placement, versions);
  }

  Status ByUrl(Placement& placement) const {
    STEMMA_ASSIGN(const auto ids, works_.WithUrl(placement.url_key));
    if (ids.size() > 1) {
      return InvalidInput("several works have the address " + placement.url + ": " + ids[0] + ", " +
                          ids[1] + (ids.size() > 2 ? ", …" : "") + "; name one with --id");
    }
    placement.told_by = "url";
    if (!ids.empty()) {
      STEMMA_ASSIGN(const auto versions, works_.Versions(ids.front()));
      return AmongVersions(placement, versions);
    }
    placement.id = placement.url_key.size() <= kUrlIdBytesMax
                       ? placement.url_key
                       : Slug(placement.url_key, /*fold=*/false) + "-" + text_hash_.substr(0, 12);
    return {};
  }

  // Files of one name in several folders are several articles, unless they hold one text.
  Status ByFile(Placement& placement) const {
    const std::string stem =
        Slug(std::filesystem::path(source_.path).stem().string(), /*fold=*/false);
    const std::string first =
        source_.path.empty() || stem.empty() ? "text-" + text_hash_.substr(0, 12) : stem;
    placement.told_by = "file";
    placement.id = first;
    for (int n = 2;; ++n) {
      STEMMA_ASSIGN(const bool exists, works_.Exists(placement.id));
      if (!exists) {
        return {};
      }
      const auto versions = works_.Versions(placement.id);
      if (versions.has_value() && IsOneOf(*versions)) {
        return AmongVersions(placement, *versions);
      }
      placement.id = first + "-" + std::to_string(n);
    }
  }

 private:
  // Room for what is put behind it.
  static constexpr size_t kUrlIdBytesMax = kIdBytesMax - 64;

  bool IsOneOf(const std::vector<WorkVersion>& versions) const {
    for (const WorkVersion& version : versions) {
      if (version.text_hash == text_hash_ ||
          (!version.file.empty() && version.file == source_.path)) {
        return true;
      }
    }
    return false;
  }

  Status AmongVersions(Placement& placement, const std::vector<WorkVersion>& versions) const {
    placement.kind = versions.back().kind;
    for (const WorkVersion& version : versions) {
      const bool same_file = !version.file_hash.empty() && version.file_hash == source_.file_hash;
      if (version.text_hash == text_hash_ || same_file) {
        placement.as = AddedAs::kKnown;
        placement.id = version.id;
        placement.same_file = version.text_hash != text_hash_;
        return {};
      }
    }
    if (versions.back().text_hash.empty()) {
      placement.as = AddedAs::kFilledIn;
      placement.id = versions.back().id;
      return {};
    }
    placement.as = AddedAs::kRevision;
    placement.revises = versions.back().id;
    for (size_t n = versions.size() + 1;; ++n) {
      placement.id = versions.front().id + "@" + std::to_string(n);
      STEMMA_ASSIGN(const bool exists, works_.Exists(placement.id));
      if (!exists) {
        return {};
      }
    }
  }

  KnownWorks& works_;
  const std::string& text_hash_;
  const ArticleSource& source_;
};

}  // namespace

Result<Placement> PlaceArticle(KnownWorks& works, const Article& article,
                               const std::string& text_hash, const ArticleSource& source,
                               const AddOptions& options) {
  Placement placement;
  if (const auto url = CanonicalUrl(options.url.value_or(article.url))) {
    placement.url = *url;
    placement.url_key = UrlKey(*url);
  }
  const Placer placer(works, text_hash, source);
  if (options.id) {
    STEMMA_TRY(placer.ById(placement, *options.id));
  } else if (!placement.url_key.empty()) {
    STEMMA_TRY(placer.ByUrl(placement));
  } else {
    STEMMA_TRY(placer.ByFile(placement));
  }
  return placement;
}

}  // namespace stemma
