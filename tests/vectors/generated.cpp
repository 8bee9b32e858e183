#include "vectors/files.hpp"
#include "vectors/vectors.hpp"

namespace vectors {

std::vector<File> generated() {
  return {worked_examples(), national(), programmes(), places(),    term_and_months(), cuts(),   ahead(),
          missing(),         late(),     refusals(),   malformed(), forms(),           refunds()};
}

}  // namespace vectors
