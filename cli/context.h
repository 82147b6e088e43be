// What every command is given: the global options, the streams and the store.
//
// Commands write to `out` and `err` and nowhere else, so that tests can read them.
// Thread safety: one thread.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "cli/exit_status.h"
#include "cli/terminal.h"
#include "graph/base/result.h"
#include "storage/database.h"

namespace stemma {

struct Context {
  std::filesystem::path db;  // --db, else $STEMMA_DB, else stemma.db
  bool json = false;
  bool quiet = false;
  Terminal terminal;
  std::ostream& out;
  std::ostream& err;

  // NotFound, with what to do, when there is nothing at `db`.
  Status RequireStore() const;
  // The store, to read; refuses a missing one. Errors as of StoreReader::Open.
  Result<std::unique_ptr<StoreReader>> OpenToRead() const;
  // The store, alone; makes it when it is missing.
  Result<std::unique_ptr<StoreWriter>> OpenToWrite() const;
  // What this process makes from now on is for its user alone: leaked documents are nobody else's
  // business. For commands that write stores or backups, not for exports.
  static void KeepFilesPrivate();
  // A line on `err`: "stemma: message". Whatever of a file or a name stands in it, it stays one
  // line and tells the terminal nothing.
  void Complain(std::string_view message) const;
  // The same, which --quiet leaves out.
  void Note(std::string_view note) const;
};

// A command, once chosen and parsed, is a call.
using Action = std::function<Result<ExitStatus>(Context&)>;

}  // namespace stemma
