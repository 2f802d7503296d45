#include <unit/catch.hpp>

#include <string>

#include <form/email.hpp>
#include <icu/icu_platform.hpp>

namespace petition_box {
namespace {

std::string read(const std::string& typed) {
  const std::string address = read_email(typed, IcuPlatform());
  return address.empty() ? "none" : address;
}

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

TEST_CASE("form: an e-mail address is taken as it is typed") {
  for (const std::string address :
       {"zoe@example.org", "a@b.c", "a+b@c.fr", "a.b.c@d.fr", "ZOE@Example.ORG",
        "!#$%&'*+/=?^_`{|}~-@c.fr", "1@2.c3", "a@b-c.d-e.fr", "a@xn--bcher-kva.example",
        "o'hara@example.org", "a@1-2.fr"}) {
    CHECK(read(address) == address);
  }
}

TEST_CASE("form: what is not an e-mail address is refused") {
  for (const std::string typed :
       {"",         "zoe",      "@",         "@c.fr",         "a@",         "a@b",
        "a@@c.fr",  "a@b@c.fr", "a..b@c.fr", ".a@c.fr",       "a.@c.fr",    "a@-c.fr",
        "a@c-.fr",  "a@c.-fr",  "a@c.",      "a@.c.fr",       "a@c..fr",    "é@c.fr",
        "a b@c.fr", "a@c .fr",  "a,b@c.fr",  "<a b@c.fr>",    "\"a\"@c.fr", "a@[127.0.0.1]",
        "a@c_d.fr", "a@c.fr/x", "a@c.fr:25", "a@c.fr?x",      "a@é.fr/x",   "a@é.fr:25",
        "a@é.fr?x", "a@é.fr#x", "a@é@c.fr",  "a@é\\c.fr",     "a@é c.fr",   "a@é",
        "a@é..fr",  "mailto:a", "a(b)@c.fr", "a@c.fr,b@c.fr", "a;b@c.fr",   "a\\@c.fr"}) {
    CAPTURE(typed);
    CHECK(read(typed) == "none");
  }
}

TEST_CASE("form: an address that was copied is taken without what came along") {
  for (const std::string typed : {"<a@b.org>",
                                  "mailto:a@b.org",
                                  "MAILTO:a@b.org",
                                  "<mailto:a@b.org>",
                                  "mailto:a@b.org?subject=Petition",
                                  "a@b.org,",
                                  "a@b.org.",
                                  "a@b.org;",
                                  "a@b.org!",
                                  "a@b.org>",
                                  "a@b.org .",
                                  "Ada <a@b.org>",
                                  "Ada Lovelace <a@b.org>,",
                                  "\"Ada, B.\" <a@b.org>",
                                  "Ada@home <a@b.org>",
                                  "\"a@b.org\"",
                                  "'a@b.org'",
                                  "\u201ca@b.org\u201d",
                                  "\u2018a@b.org\u2019",
                                  "\u00aba@b.org\u00bb",
                                  "\u00ab a@b.org \u00bb.",
                                  "\u201ea@b.org\u201c",
                                  "(a@b.org)",
                                  "[a@b.org]",
                                  "{a@b.org}",
                                  "((a@b.org)).",
                                  "\u300ca@b.org\u300d",
                                  "\uff1ca@b.org\uff1e",
                                  "\uff41\uff20\uff42.org",
                                  "\uff41\uff20\uff42\uff0e\uff4f\uff52\uff47",
                                  "a@b\u3002org",
                                  "a@b\uff61org",
                                  "a@b.org\u3002",
                                  "a@b.org\u3001",
                                  "a@b.org\uff0c"}) {
    CAPTURE(typed);
    CHECK(read(typed) == "a@b.org");
  }
  CHECK(read("'a@b.org") == "'a@b.org");
  CHECK(read("{a}@b.org") == "{a}@b.org");
  CHECK(read("mailto:a+b@c.fr") == "a+b@c.fr");
  CHECK(read("Zo\u00eb <a@b\u00fccher.example>.") == "a@xn--bcher-kva.example");
}

TEST_CASE("form: what is more or less than one address is none, whatever is around it") {
  for (const std::string typed :
       {"<>", "mailto:", "\"\"", "'", "Ada <>", "<a@b.org> <", "a@b.org c@d.org", "a@b.org/c@d.org",
        "https://a@b.org", "sip:a@b.org", "(a)@b.org", "\"a b\"@c.org", "a@\"b\".org", "a@b.org(c)",
        "a\uff0cb@c.org", "@", "@@", ".", "a@b\u3002"}) {
    CAPTURE(typed);
    CHECK(read(typed) == "none");
  }
}

TEST_CASE("form: a number is no domain") {
  for (const std::string typed :
       {"a@1.2.3.4", "a@[1.2.3.4]", "a@b.123", "a@1.2", "a@b.0x1f", "a@b.1.", "a@[::1]",
        "a@\uff11.\uff12.\uff13.\uff14", "a@b.\u0661\u0662"}) {
    CAPTURE(typed);
    CHECK(read(typed) == "none");
  }
  CHECK(read("a@1.fr") == "a@1.fr");
  CHECK(read("a@163.com") == "a@163.com");
}

TEST_CASE("form: a domain in another script is sent in its ASCII form") {
  CHECK(read("a@bücher.example") == "a@xn--bcher-kva.example");
  CHECK(read("a@BÜCHER.example") == "a@xn--bcher-kva.example");
  CHECK(read("a@пример.рф") == "a@xn--e1afmkfd.xn--p1ai");
  CHECK(read("a@例え。テスト") == "a@xn--r8jz45g.xn--zckzah");
  CHECK(read("a@ｅｘａｍｐｌｅ.org") == "a@example.org");
  // Written wide, a slash is a slash again.
  CHECK(read("a@example.org／x") == "none");
}

TEST_CASE("form: an e-mail address has at most 64 bytes before the @, and 254 in all") {
  CHECK(read(times(64, "a") + "@c.fr") != "none");
  CHECK(read(times(65, "a") + "@c.fr") == "none");
  CHECK(read("a@" + times(63, "b") + ".fr") != "none");
  CHECK(read("a@" + times(64, "b") + ".fr") == "none");
  const std::string domain = times(3, times(62, "b") + ".") + "fr";  // 191 bytes
  CHECK(read(times(62, "a") + "@" + domain).size() == 254);
  CHECK(read(times(63, "a") + "@" + domain) == "none");
}

}  // namespace
}  // namespace petition_box
