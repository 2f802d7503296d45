#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <document/petition.hpp>
#include <endpoint/http.hpp>

namespace petition_box::endpoint {

// Pages with a form nobody has touched: the same for all who come. Drawn once; when the number of
// signatures has changed, only what says it is exchanged. They are few: one for each petition and
// language, in a frame and by itself.
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
    std::optional<std::int64_t> count;  // nothing: the page shows none
    bool closed = false;
  };
  // The pieces of a page's HTML that say the number of signatures, in their order.
  using Figures = std::vector<std::string>;
  struct Drawing {
    std::function<Reply()> page;       // all of it
    std::function<Figures()> figures;  // what the page has, for the same number
  };

  // The page as it stands, with its entity tag.
  const Reply& page(const Which& which, const Standing& standing, const Drawing& drawing);

  // As many as are kept.
  std::size_t size() const { return made_.size(); }

 private:
  struct Made {
    Standing standing;
    Reply reply;
    std::vector<std::string> between;  // what stands around the figures
    std::string tag;                   // of all but the figures
  };

  static Made make(const Standing& standing, const Drawing& drawing);
  static void exchange(Made& made, const Standing& standing, const Figures& figures);

  std::map<Which, Made> made_;
};

// A tag for a page that is drawn for one reader.
void add_tag(Reply& page);

}  // namespace petition_box::endpoint
