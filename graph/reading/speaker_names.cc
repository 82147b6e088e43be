#include "graph/reading/speaker_names.h"

#include <algorithm>

namespace stemma {
namespace {

using enum WordClass;

// A pronoun looks back no further for its speaker.
constexpr uint32_t kParagraphsBack = 4;
constexpr size_t kSpeakersKept = 16;

std::string_view LastWord(std::string_view name) {
  const size_t space = name.find_last_of(" \u00A0");
  return space == std::string_view::npos ? name : name.substr(space + 1);
}

}  // namespace

SpeakerNames::SpeakerNames(const TextParts& parts) : parts_(parts), phrases_(parts) {
  const std::vector<Token>& tokens = parts.tokens;
  const auto is_name = [&](uint32_t i) {
    return tokens[i].kind == TokenKind::kWord && tokens[i].is_capital &&
           (tokens[i].classes & ~Bits(kAbbreviation, kPlural)) == 0;
  };
  // In the headline a last name may well come first.
  const uint32_t headline = parts.paragraphs.empty() ? 0 : parts.paragraphs.front().end;
  for (uint32_t i = 0; i < tokens.size();) {
    uint32_t end = i;
    while (end < tokens.size() && end < i + 5 && is_name(end)) {
      ++end;
    }
    if (end - i >= 2 && end - i <= 4) {
      const std::string name(parts.Words(TokenRange{i, end}));
      const auto [known, is_new] =
          full_names_.try_emplace(std::string(parts.Words(tokens[end - 1])), name);
      if (!is_new && known->second != name) {
        known->second.clear();
      }
    }
    if (end - i == 1 && i >= headline) {
      // Known by the last name alone before any full name: that of somebody else, as likely.
      full_names_.try_emplace(std::string(parts.Words(tokens[i])));
    }
    i = std::max(end, i + 1);
  }
}

uint32_t SpeakerNames::ParagraphOf(uint32_t token) {
  if (paragraph_ >= parts_.paragraphs.size() || parts_.paragraphs[paragraph_].begin > token) {
    paragraph_ = 0;
  }
  while (paragraph_ + 1 < parts_.paragraphs.size() && parts_.paragraphs[paragraph_].end <= token) {
    ++paragraph_;
  }
  return paragraph_;
}

std::string SpeakerNames::FullName(const std::string& name) const {
  if (name.find(' ') != std::string::npos) {
    return name;
  }
  const auto found = full_names_.find(name);
  return found == full_names_.end() || found->second.empty() ? name : found->second;
}

std::string SpeakerNames::NameOfPronoun(Gender gender, uint32_t paragraph) const {
  for (auto speaker = speakers_.rbegin(); speaker != speakers_.rend(); ++speaker) {
    const bool may_be = speaker->gender == gender || speaker->gender == Gender::kUnknown;
    if (may_be && speaker->paragraph + kParagraphsBack >= paragraph) {
      return speaker->name;
    }
  }
  return {};
}

void SpeakerNames::Remember(const std::string& name, Gender gender, uint32_t paragraph) {
  const auto known = std::find_if(speakers_.begin(), speakers_.end(), [&](const Speaker& speaker) {
    return LastWord(speaker.name) == LastWord(name);
  });
  Speaker speaker{name, gender, paragraph};
  if (known != speakers_.end()) {
    speaker.gender = gender == Gender::kUnknown ? known->gender : gender;
    speakers_.erase(known);
  } else if (speakers_.size() == kSpeakersKept) {
    speakers_.erase(speakers_.begin());
  }
  speakers_.push_back(std::move(speaker));
}

SpeakerMention SpeakerNames::Resolve(TokenRange phrase) {
  SpeakerMention resolved;
  resolved.span = parts_.SpanOf(phrase);
  const uint32_t paragraph = ParagraphOf(phrase.begin);
  if (phrases_.Is(phrase.begin, Bit(kWho)) && phrase.begin > 0) {
    const uint32_t end = phrase.begin - (parts_.tokens[phrase.begin - 1].mark == U',' ? 1 : 0);
    const auto before = phrases_.PhraseBefore(parts_.paragraphs[paragraph].begin, end);
    if (before) {
      const Mention mention = TakeApart(parts_, phrases_, *before);
      resolved.name = FullName(mention.name);
      resolved.role = mention.role;
      resolved.organisation = mention.organisation;
    }
    return resolved;
  }
  const Mention mention = TakeApart(parts_, phrases_, phrase);
  if (mention.is_pronoun) {
    if (mention.gender != Gender::kUnknown) {
      resolved.name = NameOfPronoun(mention.gender, paragraph);
      if (!resolved.name.empty()) {
        Remember(resolved.name, mention.gender, paragraph);
      }
    }
    return resolved;
  }
  resolved.role = mention.role;
  resolved.organisation = mention.organisation;
  resolved.name = FullName(mention.name);
  const bool is_surely_person =
      mention.is_person && (mention.gender != Gender::kUnknown || !mention.role.empty() ||
                            resolved.name.find(' ') != std::string::npos);
  if (is_surely_person && !resolved.name.empty()) {
    Remember(resolved.name, mention.gender, paragraph);
  }
  return resolved;
}

}  // namespace stemma
