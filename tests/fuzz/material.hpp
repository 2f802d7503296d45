#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <variant>

#include <command/catalogues.hpp>
#include <command/file.hpp>
#include <document/read.hpp>
#include <fuzz/expect.hpp>
#include <unit/icu/remembering_icu.hpp>

namespace petition_box {

// What is as it should be: the words of build/embed, and the petition of the examples.
class Material {
 public:
  Material() {
    auto read = Catalogues::read(PETITION_BOX_SOURCES "/build/embed");
    expect(std::holds_alternative<Catalogues>(read));
    catalogues_.emplace(std::move(*std::get_if<Catalogues>(&read)));
    const auto text =
        read_file(PETITION_BOX_SOURCES "/examples/petitions/health-data.json", most_document_bytes);
    expect(text.has_value());
    ReadPetition petition = read_petition(*text);
    expect(petition.petition != nullptr);
    petition_ = std::move(petition.petition);
  }

  const std::shared_ptr<const Catalogue>& english() const { return catalogues_->in({"en"}); }
  const std::shared_ptr<const Petition>& petition() const { return petition_; }

  const RememberingIcu platform;

 private:
  std::optional<Catalogues> catalogues_;
  std::shared_ptr<const Petition> petition_;
};

}  // namespace petition_box
