#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <tuple>

#include <document/petition.hpp>
#include <endpoint/http.hpp>

namespace petition_box::endpoint {

// Pages with a form nobody has touched: the same for all who come, but for the id that each form
// is sent with. Made once, and again when what they show has changed. They are few: one for each
// petition and language, in a frame and by itself.
class FormPages {
 public:
  struct Which {
    std::shared_ptr<const Petition> petition;
    std::string language;
    bool framed = false;

    bool operator<(const Which& other) const {
      return std::tie(petition, language, framed) <
             std::tie(other.petition, other.language, other.framed);
    }
  };
  // What the same page may show differently at another time.
  struct Standing {
    std::int64_t count = 0;
    bool closed = false;

    bool operator==(const Standing&) const = default;
  };

  // The page, with an id of its own; `make` makes it with the id that it is given.
  Reply page(const Which& which, const Standing& standing,
             const std::function<Reply(const std::string& id)>& make);

 private:
  struct Made {
    Standing standing;
    Reply reply;
    std::size_t id_at = std::string::npos;  // in the body
  };

  std::map<Which, Made> made_;
};

}  // namespace petition_box::endpoint
