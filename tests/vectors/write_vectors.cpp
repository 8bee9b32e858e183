// Writes every file of vectors into the folder given as argument: write_vectors tests/vectors
#include <fstream>
#include <iostream>

#include "vectors/vectors.hpp"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: write_vectors FOLDER\n";
    return 2;
  }
  for (const vectors::File& file : vectors::generated()) {
    std::ofstream out(std::string(argv[1]) + "/" + file.name, std::ios::binary);
    out << file.text;
    if (!out.flush()) {
      std::cerr << "cannot write " << file.name << '\n';
      return 1;
    }
  }
  return 0;
}
