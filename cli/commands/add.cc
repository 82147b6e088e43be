#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/added_report.h"
#include "cli/article_file.h"
#include "cli/commands/commands.h"
#include "cli/json_output.h"
#include "cli/progress_line.h"
#include "cli/receipt_report.h"
#include "graph/adding/adder.h"
#include "graph/base/canonical_url.h"
#include "graph/base/content_hash.h"
#include "graph/base/utf8.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

struct AddArguments {
  std::vector<std::string> files;
  AddOptions options;
  bool skip_bad = false;
};

Status CheckOptions(const AddArguments& arguments) {
  const AddOptions& options = arguments.options;
  const bool is_one = arguments.files.size() == 1;
  for (const auto& [name, option] :
       {std::pair{"--id", &options.id}, std::pair{"--url", &options.url},
        std::pair{"--title", &options.title}, std::pair{"--date", &options.date},
        std::pair{"--outlet", &options.outlet}, std::pair{"--by", &options.by}}) {
    if (!*option) {
      continue;
    }
    const std::string option_name = name;
    if (FirstInvalidUtf8(**option)) {
      return InvalidInput(option_name + ": expected UTF-8");
    }
    if ((*option)->empty()) {
      return InvalidInput(option_name + ": expected a text, found none");
    }
    const bool is_of_one =
        option_name == "--id" || option_name == "--url" || option_name == "--title";
    if (is_of_one && !is_one) {
      return InvalidInput(option_name + ": is of one article, found " +
                          std::to_string(arguments.files.size()) + " files");
    }
  }
  if (options.url && !CanonicalUrl(*options.url)) {
    return InvalidInput("--url: expected an address with http or https, found \"" + *options.url +
                        "\"");
  }
  if (options.date) {
    if (const auto date = ParseEdtf(*options.date); !date.has_value()) {
      return InvalidInput("--date: " + date.error().message);
    }
  }
  return {};
}

ArticleSource SourceOf(const std::string& file, const std::string& bytes) {
  ArticleSource source{ShownFile(file), "", Xxh3Hex(bytes)};
  if (file != "-") {
    std::error_code error;
    source.path = std::filesystem::weakly_canonical(file, error).string();
    source.path = error || FirstInvalidUtf8(source.path) ? "" : source.path;
  }
  return source;
}

Status AddFile(Adder& adder, const std::string& file) {
  STEMMA_ASSIGN(const std::string bytes, ReadArticleBytes(file));
  const std::string name = ShownFile(file);
  auto article = ReadArticle(bytes);
  if (!article.has_value()) {
    return Fail(article.error().code, name + ": " + article.error().message);
  }
  const Status added = adder.Add(ReadSourcing(*std::move(article)), SourceOf(file, bytes));
  if (!added.has_value()) {
    const std::string& message = added.error().message;
    return Fail(added.error().code, message.starts_with("--") ? message : name + ": " + message);
  }
  return {};
}

void Print(const Context& context, const Adder& adder, const Receipt& receipt,
           const std::vector<std::string>& left_out) {
  ListRejected(context, left_out, left_out.size());
  Json articles = Json::array();
  uint64_t orphaned = receipt.orphaned;
  for (const AddedArticle& article : adder.Added()) {
    for (const std::string& note : article.notes) {
      context.Note(article.source.shown + ": " + note);
    }
    NoteOrphans(context, article.orphans, article.orphans.size());
    orphaned += article.orphans.size();
    if (context.json) {
      articles.push_back(JsonOf(article));
    } else if (!context.quiet) {
      PrintAdded(context, article);
    }
  }
  NoteOrphans(context, receipt.orphans, receipt.orphaned);
  if (context.json) {
    Json value = {{"articles", std::move(articles)}};
    value.update(ReceiptJson(receipt, left_out));
    value["orphaned"] = orphaned;
    for (const AddedArticle& article : adder.Added()) {
      for (Json& orphan : OrphansJson(article.orphans)) {
        value["orphans"].push_back(std::move(orphan));
      }
    }
    context.out << Dump(value);
  } else if (!context.quiet) {
    PrintCounts(context, receipt);
  }
}

Result<ExitStatus> RunAdd(Context& context, const AddArguments& arguments) {
  STEMMA_TRY(CheckOptions(arguments));
  AddOptions options = arguments.options;
  options.now = Now();
  STEMMA_ASSIGN(const auto store, context.OpenToWrite());
  STEMMA_ASSIGN(const auto sink, store->Begin());
  Adder adder(store->View(), *sink, options);
  std::vector<std::string> left_out;
  Receipt receipt;
  {
    ProgressLine line(context.err, context.terminal.err_is_terminal && !context.quiet);
    for (size_t i = 0; i < arguments.files.size(); ++i) {
      const Status added = AddFile(adder, arguments.files[i]);
      if (!added.has_value()) {
        if (!arguments.skip_bad || added.error().code != ErrorCode::kInvalidInput) {
          return tl::unexpected<Error>(added.error());
        }
        left_out.push_back(added.error().message);
      }
      line.Show("add: " + std::to_string(i + 1) + " of " + std::to_string(arguments.files.size()) +
                " articles");
    }
    line.Show("add: " + std::to_string(adder.Added().size()) +
              " articles read, writing the store…");
    STEMMA_ASSIGN(receipt, adder.Commit());
  }
  receipt.rejected += left_out.size();
  Print(context, adder, receipt, left_out);
  return ExitStatus::kDone;
}

void AddOption(CLI::App& command, const char* name, std::optional<std::string>& value,
               const char* type, const char* help) {
  command.add_option(name, value, help)->type_name(type);
}

}  // namespace

void AddAddCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<AddArguments>();
  CLI::App* command = app.add_subcommand(
      "add", "Read articles and store them with their quotes, speakers and sources");
  command->add_option("FILE", arguments->files, "Text or HTML; - is standard input")->required();
  AddOptions& options = arguments->options;
  AddOption(*command, "--outlet", options.outlet, "NAME", "Who published it: an id or a name");
  AddOption(*command, "--date", options.date, "DATE", "When it was published (EDTF)");
  AddOption(*command, "--url", options.url, "URL", "Its address (of one article)");
  AddOption(*command, "--title", options.title, "TEXT", "Its title (of one article)");
  AddOption(*command, "--id", options.id, "ID",
            "Its node (of one article); else by its address, else by its file's name");
  AddOption(*command, "--by", options.by, "WHO", "Who says so; else nobody is named");
  command->add_flag("--skip-bad", arguments->skip_bad,
                    "Store the rest when files are bad, and list those");
  command->footer(
      "Example:\n  stemma add story.html\n  stemma add --outlet Reuters --date 2019-11-27 "
      "wire.txt");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunAdd(context, *arguments); };
  });
}

}  // namespace stemma
