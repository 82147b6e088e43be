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

}  // namespace

Status WriteOutput(const Context& context, const std::string& file,
                   const std::function<Status(const ChunkWriter&)>& produce) {
  if (file.empty() || file == "-") {
    return produce(To(context.out, "standard output"));
  }
  const std::string draft = file + ".new";
  std::error_code error;
  {
    std::ofstream out(draft, std::ios::binary);
    Status status = produce(To(out, file));
    out.close();
    if (status.has_value() && !out) {
      status = Fail(ErrorCode::kIo, file + ": cannot be written");
    }
    if (!status.has_value()) {
      std::filesystem::remove(draft, error);
      return status;
    }
  }
  std::filesystem::rename(draft, file, error);
  if (error) {
    return Fail(ErrorCode::kIo, file + ": " + error.message());
  }
  return {};
}

}  // namespace stemma
