#include "transcripts/transcript.h"

#include <sstream>

namespace stemma::testing {
namespace {

constexpr std::string_view kBefore = "<!-- before: ";
constexpr std::string_view kBeforeEnd = " -->";

class Parser {
 public:
  explicit Parser(bool is_markdown) : is_markdown_(is_markdown), is_inside_(!is_markdown) {}

  void Take(const std::string& line) {
    const size_t number = transcript_.lines.size();
    transcript_.lines.push_back(line);
    if (is_markdown_ && line.starts_with("```")) {
      is_inside_ = line == "```console";
      open_ = nullptr;
    } else if (is_markdown_ && line.starts_with(kBefore)) {
      const size_t length = line.size() - kBefore.size() - kBeforeEnd.size();
      Add(line.substr(kBefore.size(), length), number).is_shown = false;
      open_ = nullptr;
    } else if (is_inside_ && line.starts_with("$ ")) {
      open_ = &Add(line.substr(2), number);
    } else if (is_inside_ && line.starts_with("# ")) {
      open_ = nullptr;
    } else if (open_ != nullptr) {
      TakeOutput(line, number);
    }
  }

  Transcript Take() { return std::move(transcript_); }

 private:
  TranscriptStep& Add(std::string command, size_t number) {
    TranscriptStep step;
    step.line = number + 1;
    step.command = std::move(command);
    step.output_begin = step.output_end = number + 1;
    transcript_.steps.push_back(std::move(step));
    return transcript_.steps.back();
  }

  void TakeOutput(const std::string& line, size_t number) {
    open_->output_end = number + 1;
    if (line.starts_with("? ")) {
      open_->status = std::stoi(line.substr(2));
      open_ = nullptr;
    } else {
      open_->output += line + "\n";
    }
  }

  bool is_markdown_;
  bool is_inside_;
  Transcript transcript_;
  TranscriptStep* open_ = nullptr;  // the last step, while its output goes on
};

}  // namespace

Transcript ParseTranscript(const std::string& text, bool is_markdown) {
  Parser parser(is_markdown);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    parser.Take(line);
  }
  return parser.Take();
}

std::string WithOutputs(const Transcript& transcript, const std::vector<TranscriptStep>& steps) {
  std::string text;
  size_t number = 0;
  const auto copy_until = [&](size_t end) {
    for (; number < end; ++number) {
      text += transcript.lines[number] + "\n";
    }
  };
  for (const TranscriptStep& step : steps) {
    copy_until(step.output_begin);
    if (step.is_shown) {
      text += step.output;
      text += step.status == 0 ? "" : "? " + std::to_string(step.status) + "\n";
    }
    number = step.output_end;
  }
  copy_until(transcript.lines.size());
  return text;
}

}  // namespace stemma::testing
