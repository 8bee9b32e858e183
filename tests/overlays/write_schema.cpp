// Prints the JSON Schema of overlays: write_schema > docs/overlay.schema.json
#include <iostream>

#include "schema.hpp"

int main() {
  std::cout << overlays::schema();
  return 0;
}
