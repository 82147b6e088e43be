// The Global Quotation Graph of GDELT: one page a line, with the quotations printed on it.
//
// It gives the words before and after each quotation but no positions, no speaker, and the moment
// at which the page was seen, not that of its publication. Hence evidence without start and end,
// quotes that nobody is said to have spoken, and a date that only says "by then".
// Source: GDELT Project, "Announcing the Global Quotation Graph" (fields date, url, title, lang,
// quotes: pre, quote, post); docs/commands/import.md.
// Thread safety: one thread.
#pragma once

#include <memory>

#include "graph/ingest/mapped_lines.h"

namespace stemma {

std::unique_ptr<LineMapper> MapGdeltGqg();

}  // namespace stemma
