#include "graph/reading/html_json_ld.h"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <map>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "graph/reading/html_page.h"

namespace stemma {
namespace {

using Json = nlohmann::json;

constexpr size_t kDepthMax = 64;
constexpr size_t kAuthorsMax = 50;

// Brackets within brackets, outside strings.
size_t NestingOf(std::string_view text) {
  size_t depth = 0;
  size_t deepest = 0;
  bool is_in_string = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_in_string) {
      i += c == '\\' ? 1 : 0;
      is_in_string = c != '"';
    } else if (c == '"') {
      is_in_string = true;
    } else if (c == '{' || c == '[') {
      deepest = std::max(deepest, ++depth);
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return deepest;
}

class Reader {
 public:
  explicit Reader(const std::deque<Json>& documents) {
    for (const Json& document : documents) {
      nodes_.push_back(&document);
    }
    // Breadth first: what is nearer to the top is more likely about the page.
    for (size_t i = 0; i < nodes_.size(); ++i) {
      const Json& node = *nodes_[i];
      if (node.is_structured()) {
        for (const Json& child : node) {
          if (child.is_structured()) {
            nodes_.push_back(&child);
          }
        }
      }
      if (node.is_object() && node.size() > 1) {
        if (const Json* id = Find(node, "@id"); id != nullptr && id->is_string()) {
          by_id_.emplace(id->get_ref<const std::string&>(), &node);
        }
      }
    }
  }

  JsonLdFacts Run() const {
    JsonLdFacts facts;
    const Json* article = Article();
    if (article == nullptr) {
      return facts;
    }
    facts.headline = Text(*article, "headline");
    facts.headline = facts.headline.empty() ? Text(*article, "name") : facts.headline;
    facts.url = Text(*article, "url");
    facts.lang = Text(*article, "inLanguage");
    facts.published = Text(*article, "datePublished");
    facts.modified = Text(*article, "dateModified");
    facts.body = Text(*article, "articleBody");
    for (const char* const key : {"publisher", "sourceOrganization"}) {
      const std::vector<std::string> names = Names(*article, key);
      facts.outlet = facts.outlet.empty() && !names.empty() ? names.front() : facts.outlet;
    }
    facts.authors = Names(*article, "author");
    if (facts.authors.empty()) {
      facts.authors = Names(*article, "creator");
    }
    return facts;
  }

 private:
  static const Json* Find(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
  }

  static bool IsArticle(const Json& node) {
    const Json* type = node.is_object() ? Find(node, "@type") : nullptr;
    if (type == nullptr) {
      return false;
    }
    const auto tells = [](const Json& name) {
      if (!name.is_string()) {
        return false;
      }
      const auto& text = name.get_ref<const std::string&>();
      return text.ends_with("Article") || text.ends_with("Posting") || text == "Report" ||
             text == "Review";
    };
    return type->is_array() ? std::any_of(type->begin(), type->end(), tells) : tells(*type);
  }

  const Json* Article() const {
    for (const Json* node : nodes_) {
      if (IsArticle(*node)) {
        return node;
      }
    }
    for (const Json* node : nodes_) {
      if (node->is_object() && (node->contains("headline") || node->contains("datePublished"))) {
        return node;
      }
    }
    return nullptr;
  }

  static std::string Text(const Json& object, const char* key) {
    const Json* value = Find(object, key);
    value = value != nullptr && value->is_array() && !value->empty() ? &value->front() : value;
    if (value != nullptr && value->is_object()) {
      value = Find(*value, "name");
    }
    std::string folded;
    if (value != nullptr && value->is_string()) {
      AppendFolded(DecodeEntities(value->get_ref<const std::string&>()), folded);
      folded.erase(folded.find_last_not_of(' ') + 1);
    }
    return folded;
  }

  // Of a person or organisation, of several, or of those that are named by their ids.
  std::vector<std::string> Names(const Json& object, const char* key) const {
    std::vector<std::string> names;
    const Json* value = Find(object, key);
    if (value == nullptr) {
      return names;
    }
    std::vector<const Json*> ones = {value};
    if (value->is_array()) {
      ones.clear();
      for (const Json& one : *value) {
        ones.push_back(&one);
      }
    }
    for (const Json* one : ones) {
      if (one->is_object() && !one->contains("name")) {
        const Json* id = Find(*one, "@id");
        const auto named = id != nullptr && id->is_string()
                               ? by_id_.find(id->get_ref<const std::string&>())
                               : by_id_.end();
        one = named != by_id_.end() ? named->second : one;
      }
      const Json holder = one->is_object() && one->contains("name")
                              ? Json{{"name", one->at("name")}}
                          : one->is_string() ? Json{{"name", *one}}
                                             : Json::object();
      std::string name = Text(holder, "name");
      if (!name.empty() && names.size() < kAuthorsMax &&
          std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(std::move(name));
      }
    }
    return names;
  }

  std::vector<const Json*> nodes_;
  std::map<std::string, const Json*> by_id_;
};

}  // namespace

std::string JsonOfScript(std::string_view script) {
  if (script.substr(0, 64).find("<![CDATA[") != script.npos) {
    script.remove_prefix(script.find("<![CDATA[") + 9);
    script = script.substr(0, script.rfind("]]>"));
  }
  const size_t begin = script.find_first_of("{[");
  const size_t end = script.find_last_of("}]");
  if (begin == script.npos || end == script.npos || end < begin) {
    return {};
  }
  std::string part(script.substr(begin, end + 1 - begin));
  std::replace_if(
      part.begin(), part.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return part;
}

JsonLdFacts ReadJsonLd(const std::vector<std::string>& scripts, std::vector<std::string>& notes) {
  std::deque<Json> documents;
  for (const std::string& script : scripts) {
    const std::string part = JsonOfScript(script);
    if (NestingOf(part) > kDepthMax) {
      notes.push_back("JSON-LD nested deeper than 64 levels was passed over");
      continue;
    }
    Json document =
        Json::parse(part, nullptr, /*allow_exceptions=*/false, /*ignore_comments=*/true);
    if (!document.is_discarded()) {
      documents.push_back(std::move(document));
    }
  }
  return Reader(documents).Run();
}

}  // namespace stemma
