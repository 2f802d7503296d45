#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <box/model.hpp>
#include <command/catalogues.hpp>
#include <document/petition.hpp>
#include <endpoint/appearance.hpp>
#include <endpoint/count.hpp>
#include <endpoint/form_pages.hpp>
#include <endpoint/http.hpp>
#include <endpoint/page.hpp>
#include <endpoint/petition_shelf.hpp>
#include <endpoint/problem.hpp>
#include <endpoint/stored_file.hpp>
#include <form/check.hpp>
#include <language/platform.hpp>
#include <markup/node.hpp>
#include <wire/signature.hpp>

namespace petition_box::endpoint {

// The box as pages of HTML: drawn by the box's own view, so that it signs without script. No page
// but those for a frame lets itself be framed. They are at /petitions/ID/NAME and their addresses
// are relative, for a proxy may serve the endpoint below a path of its own.
class Pages {
 public:
  Pages(const Catalogues& catalogues, const std::optional<Catalogues>& share_words,
        const Count& count, const Platform& platform)
      : catalogues_(catalogues), share_words_(share_words), count_(count), platform_(platform) {}

  // All of the box, as a page without script. Where the endpoint of the petition is another, which
  // takes no form without script, it has the box's own.
  Reply sign(const ShelvedPetition& shelved, const Appearance& appearance) const;

  // All of the box for a frame: shown at once, and taken over by its script.
  Reply frame(const ShelvedPetition& shelved, const Appearance& appearance) const;

  // The form again, with what was typed and what is wrong with it.
  Reply refuse(const std::shared_ptr<const Petition>& petition, const Appearance& appearance,
               const Signature& typed, std::vector<FieldError> errors) const;

  // The form again, with what was typed: it could not be kept now.
  Reply fail(const std::shared_ptr<const Petition>& petition, const Appearance& appearance,
             const Signature& typed) const;

  // With what was typed, for whoever wants to keep it.
  Reply closed(const std::shared_ptr<const Petition>& petition, const Appearance& appearance,
               const Signature& typed) const;
  // Token: lets whoever has it answer the second question, which is asked then; empty: it is not.
  // Referrer: the page that the signer came from, which is what they tell others; empty: not told.
  Reply thanks(const ShelvedPetition& shelved, const Appearance& appearance,
               const std::string& token, const std::string& referrer) const;

  // A page that says why there is no other, in the language that its reader wants, and in English
  // what was wrong. Path: of the request.
  Reply problem(const Problem& problem, const Appearance& appearance,
                const std::string& path) const;

  // Pages with an empty form that are kept drawn.
  std::size_t kept() const { return untouched_.size(); }

  // The style of what is around the box; in a frame there is nothing around it.
  static Reply style(const Request& request);
  static Reply frame_style(const Appearance& appearance);

 private:
  Appearance settled(const std::shared_ptr<const Petition>& petition, Appearance appearance) const;
  Model model_of(const std::shared_ptr<const Petition>& petition,
                 const Appearance& appearance) const;
  Model model_of(const std::shared_ptr<const Petition>& petition, const Appearance& appearance,
                 Stage stage) const;
  Model model_of(const ShelvedPetition& shelved, const Appearance& appearance) const;
  template <class Write>
  Reply untouched(const ShelvedPetition& shelved, const Appearance& asked,
                  const Appearance& appearance, Write write) const;
  FormPages::Figures figures_of(const Model& model) const;
  Page page_with_box(const ShelvedPetition& shelved, const Model& model,
                     const Appearance& appearance) const;
  Page page_around(unsigned status, const Model& model, Node content) const;
  Reply page(unsigned status, const Model& model, const Appearance& appearance,
             std::vector<Node> below = {}) const;
  std::optional<Node> question_for(const Model& model, const Appearance& appearance,
                                   const std::string& token) const;

  std::optional<Node> share_for(const ShelvedPetition& shelved, const Model& model,
                                const std::string& referrer) const;

  const Catalogues& catalogues_;
  const std::optional<Catalogues>& share_words_;
  const Count& count_;
  const Platform& platform_;
  mutable FormPages untouched_;
};

}  // namespace petition_box::endpoint
