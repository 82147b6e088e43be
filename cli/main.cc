#include <csignal>
#include <iostream>

#include "cli/app.h"

int main(int argc, char** argv) {
  // `stemma log | head` ends quietly, as other programs do.
  std::signal(SIGPIPE, SIG_DFL);
  std::ios::sync_with_stdio(false);
  return stemma::RunApp(argc, argv, std::cout, std::cerr);
}
