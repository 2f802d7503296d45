#include <utility>

#include <box/first_shown.hpp>

namespace petition_box {

Model first_shown(std::shared_ptr<const Petition> petition,
                  std::shared_ptr<const Catalogue> catalogue, FirstShown how) {
  Model model;
  if (!how.language.empty()) model.languages.push_back(how.language);
  model.languages.insert(model.languages.end(), petition->languages.begin(),
                         petition->languages.end());
  model.configuration.endpoint = how.form_address;
  model.configuration.src = how.src;
  model.configuration.heading_level = how.heading_level;
  model.count = how.count;
  model.stage = Editing{};
  if (petition->is_closed(how.now)) model.stage = Closed{};
  answer_initially(model.answers, *petition);
  model.petition = std::move(petition);
  model.catalogue = std::move(catalogue);
  model.description = std::move(how.description);
  return model;
}

void answer_initially(Answers& answers, const Petition& petition) {
  for (const Field& field : petition.fields) {
    if (field.initial.empty()) continue;
    std::string& text = answers[field.name];
    if (text.empty()) text = field.initial;
  }
}

}  // namespace petition_box
