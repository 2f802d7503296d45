#pragma once

#include <memory>
#include <string>
#include <variant>

#include <endpoint/options.hpp>
#include <endpoint/signature_store.hpp>

namespace petition_box::endpoint {

// Opens the database of the options: a server's by its address, else a file. Otherwise says what is
// wrong, in one line.
std::variant<std::unique_ptr<SignatureStore>, std::string> open_store(const Options& options);

// The database as messages name it: nothing in it is secret.
std::string name_of_database(const Options& options);

}  // namespace petition_box::endpoint
