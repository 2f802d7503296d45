#pragma once

#include <cstdint>
#include <string>

#include <document/petition.hpp>
#include <document/proofreader.hpp>

namespace petition_box {

// Warns authors of what a document may say and rarely means: texts with markup in them that readers
// would see as it is written, or with what a page's template would fill in; events out of order; a
// last day that is over.
class Advice final : public Proofreader {
 public:
  // Now: ms since 1970.
  explicit Advice(std::int64_t now) : now_(now) {}

  void see(const json::Place& place, const Text& text, json::Mistakes& mistakes) const override;
  void see_whole(const Petition& petition, json::Mistakes& mistakes) const override;

 private:
  std::int64_t now_;
};

}  // namespace petition_box
