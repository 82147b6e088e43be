#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <csv.h>
#include <simdjson.h>

#include "graph/base/formula_guard.h"
#include "graph/base/utf8.h"
#include "graph/ingest/csv_header.h"
#include "graph/ingest/import.h"
#include "graph/ingest/json_lines.h"
#include "graph/ingest/record_reader.h"

namespace stemma {
namespace {

bool IsBlank(char c) {
  return c == ' ' || c == '\t';
}

std::string_view Trimmed(std::string_view cell) {
  if (cell.empty() || (!IsBlank(cell.front()) && !IsBlank(cell.back()))) {
    return cell;  // nearly all
  }
  const size_t first = cell.find_first_not_of(" \t");
  if (first == std::string_view::npos) {
    return {};
  }
  return cell.substr(first, cell.find_last_not_of(" \t") + 1 - first);
}

// A row and what it was read from; valid until the next one is read.
struct Row {
  uint64_t line = 0;            // where it begins
  bool is_after_blank = false;  // an empty line stands before it
  std::vector<std::string_view> cells;
  std::string_view text;  // holds all cells, and between any two of them something in ASCII
};

// libcsv is fed one line at a time, so that each row knows where it begins, and so that it gives
// one row at most each time. It looks at every byte; a line that holds no quotation mark is only to
// be split at its commas (RFC 4180, 2.4 to 2.7), which is done here, as libcsv would: without the
// spaces around.
class RowReader {
 public:
  explicit RowReader(LineReader& lines) : lines_(lines) {
    csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
  }
  ~RowReader() { csv_free(&parser_); }
  RowReader(const RowReader&) = delete;
  RowReader& operator=(const RowReader&) = delete;

  // False at the end.
  Result<bool> Next(Row& row) {
    has_row_ = false;
    row.is_after_blank = false;
    while (!has_row_ && !at_end_) {
      STEMMA_ASSIGN(const std::string_view line, NextLine());
      if (begun_ || at_end_) {
        STEMMA_TRY(Feed(line));
        continue;
      }
      const std::string_view body = WithoutEnd(line);
      if (Trimmed(body).empty()) {
        row.is_after_blank = row.is_after_blank || !is_rest_;
        continue;
      }
      if (body.find('"') == std::string_view::npos) {
        Split(body, row);
        return true;
      }
      Begin();
      STEMMA_TRY(Feed(line));
    }
    if (has_row_) {
      Hand(row);
    }
    return has_row_;
  }

  uint64_t Line() const { return lines_.Number(); }

 private:
  // To libcsv a carriage return ends a line as well. Sets at_end_ when there is none.
  Result<std::string_view> NextLine() {
    is_rest_ = !rest_.empty();
    if (!is_rest_) {
      STEMMA_ASSIGN(const auto line, lines_.NextWithEnd());
      if (!line) {
        at_end_ = true;
        return std::string_view();
      }
      rest_ = *line;
    }
    const size_t size = std::min(rest_.find('\r'), rest_.size() - 1) + 1;
    const std::string_view line = rest_.substr(0, size);
    rest_.remove_prefix(line.size());
    return line;
  }

  static std::string_view WithoutEnd(std::string_view line) {
    line.remove_suffix(line.ends_with('\n') || line.ends_with('\r') ? 1 : 0);
    return line;
  }

  void Split(std::string_view line, Row& row) const {
    row.line = lines_.Number();
    row.text = line;
    row.cells.clear();
    for (size_t begin = 0; begin <= line.size();) {
      const size_t end = std::min(line.find(',', begin), line.size());
      row.cells.push_back(Trimmed(line.substr(begin, end - begin)));
      begin = end + 1;
    }
  }

  void Begin() {
    begun_ = true;
    text_.clear();
    ends_.clear();
    row_line_ = lines_.Number();
    row_bytes_ = 0;
  }

  // An empty line is the end of the file.
  Status Feed(std::string_view line) {
    row_bytes_ += line.size();
    if (row_bytes_ > kLineBytesMax) {
      return InvalidInput("expected a row of at most " + std::to_string(kLineBytesMax >> 20U) +
                          " MiB, found a longer one: is a quotation mark missing, from line " +
                          std::to_string(row_line_) + " on?");
    }
    const bool is_read = at_end_ ? csv_fini(&parser_, TakeCell, TakeRow, this) == 0
                                 : csv_parse(&parser_, line.data(), line.size(), TakeCell, TakeRow,
                                             this) == line.size();
    if (!is_read) {
      return InvalidInput(
          "expected RFC 4180 quoting, found a quotation mark out of place in the "
          "row that begins at line " +
          std::to_string(row_line_));
    }
    return {};
  }

  void Hand(Row& row) const {
    row.line = row_line_;
    row.text = text_;
    row.cells.clear();
    size_t begin = 0;
    for (const size_t end : ends_) {
      row.cells.push_back(row.text.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  static void TakeCell(void* bytes, size_t size, void* self) {
    auto& reader = *static_cast<RowReader*>(self);
    reader.text_.append(static_cast<const char*>(bytes), size);
    reader.ends_.push_back(reader.text_.size());
    reader.text_ += '\n';
  }

  static void TakeRow(int, void* self) {
    auto& reader = *static_cast<RowReader*>(self);
    reader.has_row_ = true;
    reader.begun_ = false;
  }

  LineReader& lines_;
  csv_parser parser_ = {};
  std::string_view rest_;     // of the line of lines_, behind a carriage return
  bool is_rest_ = false;      // the last line began there: it may be no more than a line end
  std::string text_;          // the cells that libcsv gave, a line end behind each
  std::vector<size_t> ends_;  // of the cells in text_
  uint64_t row_line_ = 0;
  uint64_t row_bytes_ = 0;
  bool begun_ = false;    // libcsv is within a row
  bool has_row_ = false;  // libcsv has just ended one
  bool at_end_ = false;
};

class CsvRecords : public RecordReader {
 public:
  explicit CsvRecords(LineReader& lines) : rows_(lines) {}

  Status ReadHeader() {
    STEMMA_TRY(rows_.Next(row_));
    return TakeHeader();
  }

  Result<bool> Next(ReadRecord& record) override {
    STEMMA_ASSIGN(bool more, rows_.Next(row_));
    if (more && row_.is_after_blank && CsvHeader::IsHeader(row_.cells)) {
      STEMMA_TRY(TakeHeader());
      STEMMA_ASSIGN(more, rows_.Next(row_));
    }
    if (more) {
      record.place.line = row_.line;
      record.error.reset();
      if (Status parsed = Parse(record); !parsed.has_value()) {
        record.error = std::move(parsed).error();
      }
    }
    return more;
  }

  uint64_t Line() const override { return rows_.Line(); }

 private:
  Status TakeHeader() {
    STEMMA_TRY(CheckUtf8());
    Unguard();
    STEMMA_ASSIGN(header_, CsvHeader::Read(row_.cells));
    return {};
  }

  // All at once; which cell it is matters only when one is bad. Short rows mostly are ASCII.
  Status CheckUtf8() const {
    if (AsciiPrefix(row_.text) < row_.text.size() && !simdjson::validate_utf8(row_.text)) {
      for (size_t i = 0; i < row_.cells.size(); ++i) {
        if (FirstInvalidUtf8(row_.cells[i])) {
          return InvalidInput("expected UTF-8, found an invalid byte in column " +
                              std::to_string(i + 1));
        }
      }
    }
    return {};
  }

  void Unguard() {
    for (std::string_view& cell : row_.cells) {
      cell = UnguardFormula(cell);
    }
  }

  Status Parse(ReadRecord& record) {
    if (row_.cells.size() != header_.Columns()) {
      return InvalidInput("expected " + std::to_string(header_.Columns()) + " columns, found " +
                          std::to_string(row_.cells.size()));
    }
    STEMMA_TRY(CheckUtf8());
    Unguard();
    if (header_.TakePlain(row_.cells, record)) {
      return {};
    }
    STEMMA_ASSIGN(const std::string line, header_.JsonLineOf(row_.cells));
    return reader_.Parse(line, record);
  }

  RowReader rows_;
  CsvHeader header_;
  JsonLinesReader reader_;
  Row row_;
};

}  // namespace

Result<std::unique_ptr<RecordReader>> ReadCsv(LineReader& lines) {
  auto records = std::make_unique<CsvRecords>(lines);
  STEMMA_TRY(records->ReadHeader());
  return std::unique_ptr<RecordReader>(std::move(records));
}

}  // namespace stemma
