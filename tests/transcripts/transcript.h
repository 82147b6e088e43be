// Transcripts: commands with what they print and how they end, kept as text that people read.
//
// A transcript is a text file, or the ```console blocks of a Markdown page:
//
//     $ stemma show nobody
//     stemma: no node has the id, name, title or alias “nobody”
//     ? 2
//
// A line with "$ " is a command for sh, and the lines behind it are what it prints on standard
// output and standard error together; "? N" follows where the exit status is not 0. Lines before
// the first command, and those that begin with "# ", are remarks. In a page, `<!-- before: COMMAND
// -->` is run first and prints nothing that matters. Thread safety: pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace stemma::testing {

struct TranscriptStep {
  size_t line = 0;      // of the command, from 1
  std::string command;  // without "$ "
  std::string output;   // as it stands, lines with their ends
  int status = 0;
  bool is_shown = true;     // false: "before", whose output is no one's concern
  size_t output_begin = 0;  // lines [begin, end) of the file that hold output and status
  size_t output_end = 0;
};

struct Transcript {
  std::vector<std::string> lines;
  std::vector<TranscriptStep> steps;
};

Transcript ParseTranscript(const std::string& text, bool is_markdown);

// The file's text with the outputs and statuses of `steps` in their places.
std::string WithOutputs(const Transcript& transcript, const std::vector<TranscriptStep>& steps);

}  // namespace stemma::testing
