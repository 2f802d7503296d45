#pragma once

#include <string>

#include <wire/described.hpp>

namespace petition_box {

// An endpoint with all that it refers to.
struct DescribedEndpoint {
  Description description;
  Petition petition;

  described::Endpoint operator*() const {
    const json::Value* url = petition.endpoint.find("url");
    return {description, petition, petition.endpoint,
            url == nullptr ? "https://endpoint.example/" : url->text};
  }
};

// The text of a file, from the top of the repository.
std::string source(const std::string& path);

// Of a text without mistakes.
Description described_by(const std::string& text);

// The document with that member for its endpoint.
std::string with_endpoint(const std::string& document, const std::string& endpoint);

// An outcome in a word or two, with the fields that were refused.
std::string told(const Outcome& outcome);

}  // namespace petition_box
