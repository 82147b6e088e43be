#include "cli/output_file.h"

#include <filesystem>
#include <fstream>
#include <system_error>

namespace stemma {
namespace {

ChunkWriter To(std::ostream& out, const std::string& name) {
  return [&out, name](std::string_view chunk) -> Status {
    out.write(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    if (!out) {
      return Fail(ErrorCode::kIo, name + ": cannot be written");
    }
    return {};
  };
}

Status WriteDraft(const OutputPart& part, const std::string& draft) {
  if (std::filesystem::is_directory(part.file)) {
    return Fail(ErrorCode::kIo, part.file + ": is a folder");
  }
  std::ofstream out(draft, std::ios::binary);
  Status status = part.produce(To(out, part.file));
  out.close();
  if (status.has_value() && !out) {
    return Fail(ErrorCode::kIo, part.file + ": cannot be written");
  }
  return status;
}

std::string DraftOf(const OutputPart& part) {
  return part.file + ".new";
}

}  // namespace

Status WriteFiles(std::span<const OutputPart> parts) {
  Status status;
  for (size_t i = 0; status.has_value() && i < parts.size(); ++i) {
    status = WriteDraft(parts[i], DraftOf(parts[i]));
  }
  std::error_code error;
  for (const OutputPart& part : parts) {
    if (!status.has_value()) {
      std::filesystem::remove(DraftOf(part), error);
      continue;
    }
    std::filesystem::rename(DraftOf(part), part.file, error);
    if (error) {
      status = Fail(ErrorCode::kIo, part.file + ": " + error.message());
    }
  }
  return status;
}

Status WriteOutput(const Context& context, const std::string& file,
                   const std::function<Status(const ChunkWriter&)>& produce) {
  if (file.empty() || file == "-") {
    return produce(To(context.out, "standard output"));
  }
  const OutputPart part = {file, produce};
  return WriteFiles(std::span(&part, 1));
}

}  // namespace stemma
