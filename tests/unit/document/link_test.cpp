#include <unit/catch.hpp>

#include <string>

#include <document/link.hpp>

namespace petition_box {
namespace {

using namespace std::string_literals;

TEST_CASE("document: a link leads to a web page or an e-mail address") {
  const std::string links[] = {"https://example.org",
                               "http://example.org/a?b=c#d",
                               "HTTPS://EXAMPLE.ORG/",
                               "hTTp://example.org",
                               "https://user@example.org:8443/é",
                               "https://[2001:db8::1]/",
                               "mailto:contact@example.org?subject=a%20b",
                               "MailTo:contact@example.org"};
  for (const std::string& link : links) {
    CAPTURE(link);
    CHECK(is_link(link));
  }
}

TEST_CASE("document: nothing else is a link, however it is dressed up") {
  const std::string links[] = {"",
                               "javascript:alert(1)",
                               "JavaScript:alert(1)",
                               "java\nscript:alert(1)",
                               "java\tscript:alert(1)",
                               "\x01javascript:alert(1)",
                               "javascript\0:alert(1)"s,
                               "javascript://https://example.org",
                               " https://example.org",
                               "https://example.org ",
                               "ht\ntps://example.org",
                               "https://example.org/\nx",
                               "https://example.org/\x7f",
                               "https://exam\0ple.org"s,
                               "https:example.org",
                               "https:/example.org",
                               "https:///example.org",
                               "https:\\\\example.org",
                               "https://example.org\\@other.example",
                               "https://",
                               "https:",
                               "https",
                               "mailto:",
                               "mailto:/",
                               "//example.org",
                               "/privacy",
                               "privacy.html",
                               "#sign",
                               "data:text/html,<script>alert(1)</script>",
                               "vbscript:msgbox(1)",
                               "file:///etc/passwd",
                               "blob:https://example.org/1",
                               "ftp://example.org",
                               "tel:+33100000000",
                               "httpss://example.org",
                               "xhttps://example.org",
                               "\xEF\xBB\xBFhttps://example.org"};
  for (const std::string& link : links) {
    CAPTURE(link);
    CHECK_FALSE(is_link(link));
  }
}

TEST_CASE("document: a form is sent to a web address or to one relative to the page") {
  const std::string targets[] = {"https://example.org/signatures",
                                 "HTTP://example.org",
                                 "//example.org/signatures",
                                 "/petitions/1/signatures",
                                 "signatures",
                                 "signatures?at=10:30",
                                 "?a:b",
                                 "./a:b",
                                 "#a:b"};
  for (const std::string& target : targets) {
    CAPTURE(target);
    CHECK(is_form_target(target));
  }
  const std::string others[] = {"",
                                "javascript:alert(1)",
                                "java\nscript:alert(1)",
                                "mailto:a@example.org",
                                "data:,x",
                                "https:",
                                "https:signatures",
                                "a:b",
                                " /signatures",
                                "/signa tures",
                                "/a\\b"};
  for (const std::string& target : others) {
    CAPTURE(target);
    CHECK_FALSE(is_form_target(target));
  }
}

TEST_CASE("link: what a page over https may not ask is told from what it may") {
  for (const std::string url :
       {"http://example.org", "HTTP://example.org/a", "http://localhost.org", "http://mylocalhost",
        "http://10.0.0.1:8080/"}) {
    CAPTURE(url);
    CHECK(is_insecure(url));
  }
  for (const std::string url :
       {"https://example.org", "/here", "", "http://localhost", "http://localhost:8080/a",
        "http://a.localhost/", "http://127.0.0.1/", "http://[::1]:80/"}) {
    CAPTURE(url);
    CHECK_FALSE(is_insecure(url));
  }
}

TEST_CASE("link: a picture is on the web, or on the host of the document") {
  for (const char* good : {"https://a.example/b.png", "http://a.example/b", "/b.png", "/a/b?c#d"}) {
    CAPTURE(good);
    CHECK(is_picture_address(good));
  }
  for (const char* bad : {"", "b.png", "//a.example/b.png", "data:image/png,x",
                          "mailto:a@b.example", "javascript:a", "/a b", "/\\a", "https:///a"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_picture_address(bad));
  }
  CHECK(picture_address("/b", "https://a.example") == "https://a.example/b");
  CHECK(picture_address("/b", "https://a.example?c") == "https://a.example/b");
  CHECK(picture_address("/b", "http://a.example:80/c/d") == "http://a.example:80/b");
  CHECK(picture_address("/b", "/c") == "/b");
  CHECK(picture_address("https://b.example/b", "https://a.example/c") == "https://b.example/b");
}

TEST_CASE("link: the address of a document in one language names another") {
  CHECK(address_in_language("/petition?lang=fr", "en-GB") == "/petition?lang=en-GB");
  CHECK(address_in_language("/petition?lang=", "en") == "/petition?lang=en");
  CHECK(address_in_language("/petition?v=2&lang=fr&w=3", "de") == "/petition?v=2&lang=de&w=3");
  CHECK(address_in_language("/petition?lang=fr#top", "de") == "/petition?lang=de#top");
  for (const std::string other :
       {"", "/petition", "/petition?slang=fr", "/lang=fr", "/a?", "/a?b&"}) {
    CHECK(address_in_language(other, "en") == other);
  }
}

}  // namespace
}  // namespace petition_box
