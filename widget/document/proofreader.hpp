#pragma once

#include <string>
#include <utility>
#include <vector>

#include <document/text.hpp>
#include <json/mistake.hpp>
#include <json/place.hpp>

namespace petition_box {

struct Petition;

// Sees every text of a document that is for readers, while the document is read, and then the whole
// of it, empty where it could not be read. What it minds beyond the rules of a document, it adds to
// the mistakes.
class Proofreader {
 public:
  virtual void see(const json::Place& place, const Text& text, json::Mistakes& mistakes) const = 0;
  virtual void see_whole(const Petition& /*petition*/, json::Mistakes& /*mistakes*/) const {}

 protected:
  Proofreader() = default;
  Proofreader(const Proofreader&) = default;
  Proofreader(Proofreader&&) = default;
  Proofreader& operator=(const Proofreader&) = default;
  Proofreader& operator=(Proofreader&&) = default;
  ~Proofreader() = default;
};

// Minds each text that has nothing for readers of a language (RFC 4647 section 3.4).
class LanguageProofreader final : public Proofreader {
 public:
  // Language: BCP 47.
  explicit LanguageProofreader(std::string language) : language_(std::move(language)) {}

  void see(const json::Place& place, const Text& text, json::Mistakes& mistakes) const override;

 private:
  std::string language_;
};

// Several, in their order.
class Proofreaders final : public Proofreader {
 public:
  // They must outlive it.
  explicit Proofreaders(std::vector<const Proofreader*> all) : all_(std::move(all)) {}

  void see(const json::Place& place, const Text& text, json::Mistakes& mistakes) const override;
  void see_whole(const Petition& petition, json::Mistakes& mistakes) const override;

 private:
  std::vector<const Proofreader*> all_;
};

}  // namespace petition_box
