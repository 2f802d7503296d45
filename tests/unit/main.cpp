// Only for Catch2 2; the library of Catch2 3 brings its own main.
#define CATCH_CONFIG_MAIN
#include <unit/catch.hpp>
