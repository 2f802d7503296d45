#pragma once

// Catch2 2 (Debian 12) is one header, Catch2 3 (Debian 13) a library.
#define CATCH_CONFIG_ENABLE_ALL_STRINGMAKERS
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
