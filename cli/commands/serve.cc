#include <csignal>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/json_output.h"
#include "cli/serve/http_server.h"
#include "cli/whole_number.h"

namespace stemma {
namespace {

constexpr uint32_t kPortMax = 65535;

struct ServeArguments {
  uint32_t port = 0;
};

// SIGINT and SIGTERM wait for whoever asks, instead of ending the program where it stands.
class EndSignals {
 public:
  EndSignals() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, &before_);
    // Whoever closes a page early is no reason to end.
    handler_ = std::signal(SIGPIPE, SIG_IGN);
  }
  ~EndSignals() {
    std::signal(SIGPIPE, handler_);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;

  void Wait() const {
    while (sigwaitinfo(&signals_, nullptr) < 0) {
      // It was interrupted: by a debugger, say.
    }
  }

 private:
  sigset_t signals_{};
  sigset_t before_{};
  void (*handler_)(int) = SIG_DFL;
};

Result<ExitStatus> RunServe(Context& context, const ServeArguments& arguments) {
  if (arguments.port > kPortMax) {
    return InvalidInput("--port: expected a number up to 65535");
  }
  const EndSignals signals;          // before any thread begins that would not wait with us
  STEMMA_TRY(context.OpenToRead());  // a store that cannot be read is told now
  HttpServer server(context.db);
  STEMMA_ASSIGN(const int port, server.Start(static_cast<int>(arguments.port)));
  const std::string address = "http://127.0.0.1:" + std::to_string(port) + "/";
  if (context.json) {
    context.out << Dump({{"url", address}, {"port", port}});
  } else {
    context.out << context.db.string() << " at " << address << " (Ctrl-C ends it)\n";
  }
  context.out.flush();
  signals.Wait();
  server.Stop();
  return ExitStatus::kDone;
}

}  // namespace

void AddServeCommand(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<ServeArguments>();
  CLI::App* command =
      app.add_subcommand("serve", "Show the store in a browser on this machine, read-only");
  WholeNumber(command->add_option("--port", arguments->port,
                                  "Of 127.0.0.1; 0, the default, takes one that is free"));
  command->footer("Example:\n  stemma serve --port 8000");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Context& context) { return RunServe(context, *arguments); };
  });
}

}  // namespace stemma
