// See replay.hpp.
