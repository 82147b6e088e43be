// What a page states of its article in markup: title, outlet, authors, dates, language, address.
//
// Of several statements the one made for machines that read news comes first: JSON-LD, then Open
// Graph and the like, then microdata and the visible elements.
// Source: schema.org Article; Open Graph protocol, article; HTML Living Standard (link types,
// time). Thread safety: plain values; ReadFacts is pure.
#pragma once

#include <string>
#include <vector>

#include "graph/reading/html_page.h"

namespace stemma {

// Each empty where the page states nothing.
struct PageFacts {
  std::string title;
  std::string outlet;
  std::string byline;     // names, ", " between them
  std::string published;  // EDTF
  std::string modified;   // EDTF
  std::string lang;       // BCP 47
  std::string url;        // absolute
  std::string base;       // what the page's links are relative to; absolute
  std::string body;       // the article's text, as JSON-LD may hold it
};

// `data_scripts`: the page's JSON-LD. What in it could not be read is said in `notes`. O(bytes).
PageFacts ReadFacts(const HtmlPage& page, const std::vector<std::string>& data_scripts,
                    std::vector<std::string>& notes);

}  // namespace stemma
