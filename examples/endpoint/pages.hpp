#pragma once

#include <string>
#include <vector>

#include <box/model.hpp>
#include <document/petition.hpp>
#include <endpoint/catalogues.hpp>
#include <endpoint/count.hpp>
#include <endpoint/http.hpp>
#include <endpoint/problem.hpp>
#include <form/check.hpp>
#include <language/platform.hpp>
#include <wire/signature.hpp>

namespace petition_box::endpoint {

// The box as pages of HTML, for readers without script: drawn by the box's own view. Language: as
// the reader asks for it; empty: the petition's own.
class Pages {
 public:
  Pages(const Catalogues& catalogues, const Count& count, const Platform& platform)
      : catalogues_(catalogues), count_(count), platform_(platform) {}

  // All of the box.
  Reply sign(const Petition& petition, const std::string& language) const;

  // The form again, with what was typed and what is wrong with it.
  Reply refuse(const Petition& petition, const std::string& language, const Signature& typed,
               std::vector<FieldError> errors) const;

  // The form again, with what was typed: it could not be kept now.
  Reply fail(const Petition& petition, const std::string& language, const Signature& typed) const;

  Reply closed(const Petition& petition, const std::string& language) const;
  Reply thanks(const Petition& petition, const std::string& language) const;

  // A page that says in English why there is no other.
  static Reply problem(const Problem& problem);

  // The style of what is around the box.
  static Reply style();

 private:
  Model model_of(const Petition& petition, const std::string& language, Stage stage) const;
  Reply page(unsigned status, const Model& model) const;

  const Catalogues& catalogues_;
  const Count& count_;
  const Platform& platform_;
};

}  // namespace petition_box::endpoint
