// Drives a fuzz target without libFuzzer: every file of the corpus, then mutations of them, the same in every run.
// Usage: NAME_fuzz CORPUS. ANSINH_SWEEP=full makes a hundred times as many.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& input) {
  // A copy of its own, so that a sanitizer sees a read beyond the end.
  const std::vector<std::uint8_t> bytes{input.begin(), input.end()};
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

class Mutator {
 public:
  explicit Mutator(const std::vector<std::string>& corpus) : corpus_{corpus} {}

  std::string next() {
    std::string input = corpus_[below(corpus_.size())];
    for (std::size_t changes = 1 + below(6); changes > 0; --changes) change(input);
    return input;
  }

 private:
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }

  void change(std::string& input) {
    using namespace std::string_view_literals;
    static constexpr std::string_view tokens[]{"\""sv,
                                               "\"\""sv,
                                               "\n"sv,
                                               "\r\n"sv,
                                               "\r"sv,
                                               ","sv,
                                               ";"sv,
                                               "\t"sv,
                                               "|"sv,
                                               "."sv,
                                               "/"sv,
                                               "-"sv,
                                               "%"sv,
                                               "\0"sv,
                                               "\xFF"sv,
                                               "ễ"sv,
                                               "0"sv,
                                               "\x1F"sv,
                                               "VS2"sv,
                                               "TH120"sv,
                                               "poor"sv,
                                               "1.500.000"sv,
                                               "2026-11-22"sv,
                                               "30/02/2026"sv,
                                               " "sv,
                                               "01"sv,
                                               "15"sv,
                                               "0,31"sv,
                                               "nominal"sv,
                                               "2025-06-30"sv,
                                               "1500000"sv,
                                               "\xEF\xBB\xBF"sv,
                                               "9999999999999999999999"sv,
                                               "{"sv,
                                               "}"sv,
                                               "["sv,
                                               "]"sv,
                                               ":"sv,
                                               "\\u202e"sv,
                                               "1e400"sv,
                                               "null"sv,
                                               "\"to\":"sv,
                                               "\"all\""sv};
    const std::size_t at = below(input.size() + 1);
    switch (below(6)) {
      case 0:
        if (at < input.size()) input[at] = static_cast<char>(below(256));
        break;
      case 1:
        if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
        break;
      case 2: input.insert(at, tokens[below(std::size(tokens))]); break;
      case 3: input.erase(at, 1 + below(8)); break;
      case 4: input.insert(at, input.substr(below(input.size() + 1), below(24))); break;
      default: {
        const std::string& other = corpus_[below(corpus_.size())];
        input.insert(at, other.substr(below(other.size() + 1), below(24)));
      }
    }
  }

  const std::vector<std::string>& corpus_;
  std::mt19937_64 random_{20261122};
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: " << argv[0] << " CORPUS\n";
    return 2;
  }
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator{argv[1]}) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> corpus;
  for (const auto& path : paths) {
    std::ifstream file{path, std::ios::binary};
    corpus.emplace_back(std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{});
  }
  if (corpus.empty()) {
    std::cerr << argv[1] << ": no corpus\n";
    return 2;
  }
  for (const std::string& input : corpus) run(input);
  const char* const sweep = std::getenv("ANSINH_SWEEP");
  const long mutations = sweep != nullptr && std::string_view{sweep} == "full" ? 5'000'000 : 50'000;
  Mutator mutator{corpus};
  for (long i = 0; i < mutations; ++i) run(mutator.next());
  std::cout << corpus.size() << " inputs and " << mutations << " mutations\n";
  return 0;
}
