// How the program ends.
#pragma once

namespace ansinh::cli {

enum class ExitCode : int {
  priced = 0,   // every row or request has its answer
  usage = 2,    // unknown or missing option, unreadable input, header or law, no place to write to: nothing was written
  refused = 3,  // finished; some rows, or the request, were refused
  stopped = 4,  // stopped midway: read or write error, interrupt, a quote left open at the end
};

}  // namespace ansinh::cli
