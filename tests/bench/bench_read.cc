// Reading articles, and adding many in one import: through the library, on one core.
#include <filesystem>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "bench/support/article_text.h"
#include "bench/support/measure.h"
#include "bench/support/options.h"
#include "bench/support/report.h"
#include "graph/adding/adder.h"
#include "graph/base/content_hash.h"
#include "storage/database.h"
#include "support/must.h"

namespace stemma::bench {
namespace {

namespace fs = std::filesystem;
using testing::Must;

constexpr int kRounds = 5;

size_t Boundaries(icu::BreakIterator& iterator, const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  UText* opened = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &error);
  iterator.setText(opened, error);
  size_t count = 0;
  while (iterator.next() != icu::BreakIterator::DONE) {
    ++count;
  }
  utext_close(opened);
  return count;
}

// What any reader needs at least, by the library that everybody uses.
double IcuSeconds(const std::vector<std::string>& articles) {
  UErrorCode error = U_ZERO_ERROR;
  const auto locale = icu::Locale("en@ss=standard");
  const std::unique_ptr<icu::BreakIterator> sentences(
      icu::BreakIterator::createSentenceInstance(locale, error));
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(locale, error));
  if (U_FAILURE(error)) {
    throw std::runtime_error("ICU has no break iterators");
  }
  size_t count = 0;
  const double seconds = SecondsOf([&] {
    for (const std::string& article : articles) {
      count += Boundaries(*sentences, article) + Boundaries(*words, article);
    }
  });
  return count == 0 ? 0 : seconds;
}

size_t Findings(const Reading& reading) {
  return reading.quotes.size() + reading.sources.size() + reading.credits.size() +
         reading.numbers.size() + reading.acronyms.size();
}

void MeasureReading(Report& report, const std::vector<std::string>& articles) {
  size_t bytes = 0;
  for (const std::string& article : articles) {
    bytes += article.size();
  }
  std::vector<double> ours;
  std::vector<double> icu;
  size_t findings = 0;
  bool keeps_text = true;
  for (int round = 0; round < kRounds; ++round) {
    findings = 0;
    ours.push_back(SecondsOf([&] {
      for (const std::string& article : articles) {
        const Reading reading = ReadSourcing(Must(ReadArticle(article)));
        findings += Findings(reading);
        keeps_text = keeps_text && reading.article.text.size() == article.size();
      }
    }));
    icu.push_back(IcuSeconds(articles));
  }
  report.Note("text_mb", static_cast<double>(bytes) / 1e6);
  report.Note("findings", findings);
  report.Check("the text is that of the file", keeps_text);
  const double megabytes = static_cast<double>(bytes) / 1e6;
  report.Add({"read of plain text",
              megabytes / Median(ours),
              "MB/s",
              megabytes / Median(icu),
              "ICU's sentences and words of the same bytes",
              {Target::Of::kFigureAtLeast, 20}});
}

struct AddRun {
  double seconds = 0;
  Receipt receipt;
};

AddRun AddAll(StoreWriter& store, const std::vector<std::string>& articles) {
  AddRun run;
  run.seconds = SecondsOf([&] {
    const auto sink = Must(store.Begin());
    AddOptions options;
    options.now = Now();
    Adder adder(store.View(), *sink, options);
    for (size_t i = 0; i < articles.size(); ++i) {
      const std::string name = "article-" + std::to_string(i) + ".txt";
      Must(adder.Add(ReadSourcing(Must(ReadArticle(articles[i]))),
                     {name, "/articles/" + name, Xxh3Hex(articles[i])}));
    }
    run.receipt = Must(adder.Commit());
  });
  return run;
}

void MeasureAdding(Report& report, const std::vector<std::string>& articles, const fs::path& work) {
  const double reading_seconds = SecondsOf([&] {
    for (const std::string& article : articles) {
      const Reading reading = ReadSourcing(Must(ReadArticle(article)));
    }
  });
  const fs::path path = work / "add.db";
  fs::remove_all(path);
  AddRun first;
  AddRun again;
  {
    const auto store = Must(StoreWriter::Open(path));
    first = AddAll(*store, articles);
    again = AddAll(*store, articles);
  }
  fs::remove_all(path);
  const auto count = static_cast<double>(articles.size());
  report.Note("articles", articles.size());
  report.Note("nodes", first.receipt.nodes_new);
  report.Note("edges", first.receipt.edges_new);
  report.Check("each article is a node", first.receipt.nodes_new >= articles.size());
  report.Check("adding again changes nothing",
               again.receipt.nodes_new + again.receipt.nodes_updated + again.receipt.edges_new +
                       again.receipt.edges_updated ==
                   0);
  report.Add({"add, all in one import",
              count / first.seconds,
              "articles/s",
              count / reading_seconds,
              "reading the same articles alone",
              {}});
  report.Add({"add again, nothing new",
              count / again.seconds,
              "articles/s",
              count / reading_seconds,
              "reading the same articles alone",
              {}});
}

int Run(int argc, char** argv) {
  const Options options(argc, argv, {{"articles", "10000"}, {"seed", "1"}, {"work", "."}});
  const std::vector<std::string> articles =
      MakeArticles(options.Number("articles"), options.Number("seed"));
  fs::create_directories(options.Text("work"));
  Report report("read");
  MeasureReading(report, articles);
  MeasureAdding(report, articles, options.Text("work"));
  return report.Print();
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  return stemma::bench::Guarded("bench_read", stemma::bench::Run, argc, argv);
}
