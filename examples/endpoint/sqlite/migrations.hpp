#pragma once

#include <cstdint>
#include <string>

#include <endpoint/secret_key.hpp>
#include <endpoint/sqlite/database.hpp>

namespace petition_box::endpoint::sqlite {

// Gives the database the functions that the migrations use.
bool define_functions(Database& database, const SecretKey& key);

// Empty, or why the file is none of this program's, in one line.
std::string check_version(Database& database);

// Brings the tables of such a file to the newest version, each step in a transaction of its own,
// and compares what is there with what each version has before and after. Now: ms since 1970.
// Empty, or what is wrong with the file, in one line.
std::string migrate(Database& database, const SecretKey& key, std::int64_t now);

}  // namespace petition_box::endpoint::sqlite
