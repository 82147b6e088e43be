#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/article_file.h"
#include "cli/commands/commands.h"
#include "cli/json_output.h"
#include "cli/reading_json.h"
#include "cli/reading_text.h"

namespace stemma {
namespace {

using Json = nlohmann::ordered_json;

struct ReadArguments {
  std::vector<std::string> files;
};

// Each file is printed before the next is read. A bad one among several leaves an object with its
// error in its place, so that the others keep theirs.
Result<ExitStatus> PrintJson(Context& context, const std::vector<std::string>& files) {
  if (files.size() == 1) {
    STEMMA_ASSIGN(const Reading reading, ReadArticleFile(files.front()));
    context.out << Dump(JsonOf(reading, ShownFile(files.front())));
    return ExitStatus::kDone;
  }
  ExitStatus status = ExitStatus::kDone;
  for (size_t i = 0; i < files.size(); ++i) {
    const std::string name = ShownFile(files[i]);
    const auto reading = ReadArticleFile(files[i]);
    if (!reading.has_value()) {
      context.Complain(reading.error().message);
      status = std::max(status, ExitStatusOf(reading.error().code));
    }
    const Json value = reading.has_value()
                           ? JsonOf(*reading, name)
                           : Json{{"file", name}, {"error", reading.error().message}};
    context.out << (i == 0 ? "[" : ",\n") << value.dump();
  }
  context.out << "]\n";
  return status;
}

Result<ExitStatus> PrintText(Context& context, const std::vector<std::string>& files) {
  ExitStatus status = ExitStatus::kDone;
  for (size_t i = 0; i < files.size(); ++i) {
    const auto reading = ReadArticleFile(files[i]);
    if (!reading.has_value()) {
      if (files.size() == 1) {
        return tl::unexpected<Error>(reading.error());
      }
      context.out.flush();  // so that the complaint stands where the article would
      context.Complain(reading.error().message);
      status = std::max(status, ExitStatusOf(reading.error().code));
      continue;
    }
    for (const std::string& note : reading->article.notes) {
      context.Note(ShownFile(files[i]) + ": " + note);
    }
    context.out << (i == 0 ? "" : "\n")
                << ReadingText(*reading, ShownFile(files[i]), context.terminal);
  }
  return status;
}

Result<ExitStatus> RunRead(Context& context, const ReadArguments& arguments) {
  return context.json ? PrintJson(context, arguments.files) : PrintText(context, arguments.files);
}

}  // namespace

void AddReadCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<ReadArguments>();
  CLI::App* command = app.add_subcommand(
      "read", "What articles say of their own sourcing: quotes, speakers, sources, credits");
  command->add_option("FILE", arguments->files, "Text or HTML; - is standard input")->required();
  command->footer("Example:\n  stemma read story.html\n  stemma read --json *.txt > read.json");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunRead(context, *arguments); };
  });
}

}  // namespace stemma
