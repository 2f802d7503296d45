#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <boost/asio/awaitable.hpp>

#include <command/catalogues.hpp>
#include <document/petition.hpp>
#include <endpoint/appearance.hpp>
#include <endpoint/archive.hpp>
#include <endpoint/http.hpp>
#include <endpoint/pages.hpp>
#include <endpoint/petition_shelf.hpp>
#include <endpoint/problem.hpp>
#include <endpoint/question_tokens.hpp>
#include <endpoint/statements.hpp>
#include <endpoint/writer.hpp>
#include <language/platform.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box::endpoint {

// Takes signatures: reads them, checks them by the box's own rules, and hands them to the writer.
class Signing {
 public:
  Signing(const Catalogues& catalogues, const KnownStatements& statements, const Platform& platform,
          const Pages& pages, Writer& writer, Archive& archive, const QuestionTokens& tokens)
      : catalogues_(catalogues),
        statements_(statements),
        platform_(platform),
        pages_(pages),
        writer_(writer),
        archive_(archive),
        tokens_(tokens) {}

  // The answer to a POST, which the petition and the request must outlive. Appearance: of the form,
  // where it is a page of this endpoint, and of its answer.
  boost::asio::awaitable<Reply> post(const ShelvedPetition& shelved, const Request& request,
                                     Appearance appearance) const;

  // The thanks. Whoever signed without script, with the consent in question left as it was, has a
  // token in the query, and is asked a second time.
  Reply thanks(const ShelvedPetition& shelved, const Request& request) const;

  // The answer to that.
  boost::asio::awaitable<Reply> post_second_answer(const ShelvedPetition& shelved,
                                                   const Request& request) const;

 private:
  // Whom an answer goes to, and how.
  struct Signer {
    const std::shared_ptr<const Petition>& petition;
    Appearance appearance;
    bool page = false;  // a browser shows the answer itself
    Signature typed;    // as it was sent, for that page
  };
  // A signature on its way through the writer.
  struct Pending {
    Signer signer;
    Entry entry;
    Reply refusal;             // where it is only looked for
    bool is_outdated = false;  // for it agrees to what is not known here
  };

  boost::asio::awaitable<std::optional<Archive::Version>> shown_to(
      const ShelvedPetition& shelved, const std::vector<NameValue>& pairs) const;
  std::variant<Pending, Reply> read(const ShelvedPetition& shown, bool is_closed, Signer signer,
                                    const std::vector<NameValue>& pairs,
                                    const Request& request) const;
  std::vector<FieldError> take(Signature& signature, const std::vector<NameValue>& pairs,
                               const Petition& petition) const;
  void complete(Signature& signature, const Signer& signer) const;
  std::vector<FieldError> outdated(const Entry& entry, const KnownStatements& elsewhere) const;
  boost::asio::awaitable<bool> look_elsewhere(Pending& pending) const;
  Reply reply_to(const Pending& pending, Receipt receipt) const;
  Reply refuse(const Signer& signer, Problem problem) const;
  Reply receive(const Pending& pending, const std::string& submission_id) const;
  ConsentRecord second_answer(const Petition& petition, const Consent& consent,
                              const Appearance& appearance, Decision decision) const;

  const Catalogues& catalogues_;
  const KnownStatements& statements_;
  const Platform& platform_;
  const Pages& pages_;
  Writer& writer_;
  Archive& archive_;
  const QuestionTokens& tokens_;
};

}  // namespace petition_box::endpoint
