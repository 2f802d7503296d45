#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <box/model.hpp>

namespace petition_box {

// How a box is first shown.
struct FirstShown {
  std::string language;  // BCP 47; the petition's own come after it
  std::string form_address;
  std::string src;  // the address of the document; empty: it is on the host of the page
  std::optional<std::int64_t> count;
  std::int64_t now = 0;  // ms since 1970
  int heading_level = usual_heading_level;
  std::shared_ptr<const Description>
      description{};  // of its endpoint; null: the reference protocol
};

// What a box knows once its document and its words have arrived, and before anybody has touched it.
Model first_shown(std::shared_ptr<const Petition> petition,
                  std::shared_ptr<const Catalogue> catalogue, FirstShown how);

// What is chosen in a form when it opens, where nothing was answered.
void answer_initially(Answers& answers, const Petition& petition);

}  // namespace petition_box
