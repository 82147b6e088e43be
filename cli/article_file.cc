#include "cli/article_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

namespace stemma {
namespace {

class Descriptor {
 public:
  // Owns `number`, unless it is standard input.
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ > STDIN_FILENO) {
      close(number_);
    }
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int Number() const { return number_; }

 private:
  int number_;
};

Result<std::string> ReadAll(int descriptor) {
  constexpr size_t kStepBytes = size_t{64} << 10;
  std::string bytes;
  while (true) {
    const size_t filled = bytes.size();
    bytes.resize(filled + std::max(kStepBytes, filled / 2));
    const ssize_t got = read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno != EINTR && errno != EAGAIN) {
      return Fail(ErrorCode::kIo, std::string("cannot be read: ") + std::strerror(errno));
    }
    bytes.resize(filled + static_cast<size_t>(std::max<ssize_t>(got, 0)));
    if (got == 0) {
      return bytes;
    }
    if (bytes.size() > kArticleBytesMax) {
      return InvalidInput("is larger than 1 GiB, expected an article");
    }
  }
}

}  // namespace

std::string ShownFile(const std::string& file) {
  return file == "-" ? "standard input" : file;
}

Result<std::string> ReadArticleBytes(const std::string& file) {
  const std::string name = ShownFile(file);
  std::error_code ignored;
  if (file != "-" && std::filesystem::is_directory(file, ignored)) {
    return InvalidInput(name + ": is a directory, expected a file");
  }
  const Descriptor opened(file == "-" ? STDIN_FILENO : open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (opened.Number() < 0) {
    return InvalidInput(name + ": " +
                        (errno == ENOENT ? "no such file" : std::string(std::strerror(errno))));
  }
  auto bytes = ReadAll(opened.Number());
  if (!bytes.has_value()) {
    return Fail(bytes.error().code, name + ": " + bytes.error().message);
  }
  if (bytes->empty()) {
    return InvalidInput(name + ": is empty, expected an article");
  }
  return bytes;
}

Result<Reading> ReadArticleFile(const std::string& file) {
  STEMMA_ASSIGN(const std::string bytes, ReadArticleBytes(file));
  auto article = ReadArticle(bytes);
  if (!article.has_value()) {
    return Fail(article.error().code, ShownFile(file) + ": " + article.error().message);
  }
  return ReadSourcing(*std::move(article));
}

}  // namespace stemma
