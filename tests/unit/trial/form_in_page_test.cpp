#include <unit/catch.hpp>

#include <trial/form_in_page.hpp>

namespace petition_box {
namespace {

const ConsentClasses classes{"wpcf7-acceptance", "optional", "invert"};

std::string told(const FormInPage& form) {
  std::string told;
  for (const NameValue& one : form.hidden) told += one.name + "=" + one.value + " ";
  for (const std::string& field : form.fields) told += field + " ";
  for (const FormConsent& consent : form.consents) {
    told += "[" + consent.name + (consent.optional ? "?" : "") + (consent.inverted ? "!" : "") +
            ": " + consent.statement + "]";
  }
  return told;
}

std::string told(const std::string& page) {
  std::string all;
  for (const FormInPage& form : forms_in(page, classes)) all += "<" + told(form) + ">";
  return all;
}

std::string statement(const std::string& html) {
  const auto forms = forms_in(
      "<form><span class=wpcf7-acceptance><input type=checkbox name=a>" + html + "</span></form>",
      classes);
  REQUIRE(forms.size() == 1);
  REQUIRE(forms[0].consents.size() == 1);
  return forms[0].consents[0].statement;
}

// As WordPress 6.1.9 with Contact Form 7 6.1.6 told a page.
const std::string page = R"h(<p>Some &#8220;text&#8221;.</p>
<div class="wpcf7 no-js" id="wpcf7-f5-o1" lang="en-US" dir="ltr" data-wpcf7-id="5">
<div class="screen-reader-response"><p role="status" aria-live="polite" aria-atomic="true"></p> <ul></ul></div>
<form action="/wp-json/wp/v2/pages?slug=block&#038;_fields=content#wpcf7-f5-o1" method="post" class="wpcf7-form init" aria-label="Contact form" novalidate="novalidate" data-status="init">
<fieldset class="hidden-fields-container"><input type="hidden" name="_wpcf7" value="5" /><input type="hidden" name="_wpcf7_unit_tag" value="wpcf7-f5-o1" />
</fieldset>
<p><label> Your name <span class="wpcf7-form-control-wrap" data-name="your-first-name"><input size="40" maxlength="400" class="wpcf7-form-control wpcf7-text wpcf7-validates-as-required" autocomplete="name" aria-required="true" aria-invalid="false" value="" type="text" name="your-first-name" /></span> </label><br />
<span class="wpcf7-form-control-wrap" data-name="topics"><span class="wpcf7-form-control wpcf7-checkbox"><span class="wpcf7-list-item first"><label><input type="checkbox" name="topics[]" value="trains" /><span class="wpcf7-list-item-label">trains</span></label></span><span class="wpcf7-list-item last"><label><input type="checkbox" name="topics[]" value="buses" /><span class="wpcf7-list-item-label">buses</span></label></span></span></span><br />
<span class="wpcf7-form-control-wrap" data-name="town"><select class="wpcf7-form-control wpcf7-select" aria-invalid="false" name="town"><option value="Here">Here</option><option value="There">There</option></select></span><br />
<span class="wpcf7-form-control-wrap" data-name="comment"><textarea cols="40" rows="10" maxlength="2000" class="wpcf7-form-control wpcf7-textarea" aria-invalid="false" name="comment"></textarea></span><br />
<span class="wpcf7-form-control-wrap" data-name="agreed"><span class="wpcf7-form-control wpcf7-acceptance"><span class="wpcf7-list-item"><label><input type="checkbox" name="agreed" value="1" aria-invalid="false" /><span class="wpcf7-list-item-label">I sign the petition of the "Club's" <strong>friends</strong>, see the <a href="https://example.org/privacy?a=1&b=2">privacy&nbsp;policy</a> &amp; more...</span></label></span></span></span><br />
<span class="wpcf7-form-control-wrap" data-name="news"><span class="wpcf7-form-control wpcf7-acceptance optional"><span class="wpcf7-list-item"><label><input type="checkbox" name="news" value="1" aria-invalid="false" /><span class="wpcf7-list-item-label">Send me news &ndash; d'accord ?<br>I may leave.</span></label></span></span></span><br />
<span class="wpcf7-form-control-wrap" data-name="third"><span class="wpcf7-form-control wpcf7-acceptance invert"><span class="wpcf7-list-item"><label><input type="checkbox" name="third" value="1" aria-invalid="false" /><span class="wpcf7-list-item-label">Do not keep me</span></label></span></span></span><br />
<span class="wpcf7-form-control-wrap" data-name="fourth"><span class="wpcf7-form-control wpcf7-acceptance optional"><span class="wpcf7-list-item"><label><span class="wpcf7-list-item-label">Quatri&egrave;me</span><input type="checkbox" name="fourth" value="1" checked="checked" aria-invalid="false" /></label></span></span></span><br />
<input class="wpcf7-form-control wpcf7-submit has-spinner" type="submit" value="Submit" />
</p><div class="wpcf7-response-output" aria-hidden="true"></div>
</form>
</div>)h";

TEST_CASE("form in a page: its fields and consents are read as WordPress writes them") {
  CHECK(told(page) ==
        "<_wpcf7=5 _wpcf7_unit_tag=wpcf7-f5-o1 your-first-name topics[] town comment "
        "[agreed: I sign the petition of the \"Club's\" friends, see the privacy\u00a0policy & "
        "more...][news?: Send me news \u2013 d'accord ?\nI may leave.][third!: Do not keep me]"
        "[fourth?: Quatri\u00e8me]>");
}

TEST_CASE("form in a page: a statement is what is seen of it") {
  CHECK(statement("\n  I\tsign\n<b>this</b>  ") == "I sign this");
  CHECK(statement("<p>One.</p><p>Two.</p>") == "One.\nTwo.");
  CHECK(statement("a <!-- </span> --> b<script>'</span>'</script>") == "a b");
  CHECK(statement("1 < 2 & 3 &lt;b&gt; &unknown; &#x263A;&#9786;&#0;") ==
        "1 < 2 & 3 <b> &unknown; \u263a\u263a\ufffd");
  CHECK(statement("&eacute;&yuml;&nbsp;&euro;&hellip;&#xd800;&#9999999;&#;&;&") ==
        "\u00e9\u00ff\u00a0\u20ac\u2026\ufffd\ufffd&#;&;&");
  CHECK(statement("<p>open <em>too").empty() == false);
}

TEST_CASE("form in a page: whatever a page is made of, it is read to its end") {
  CHECK(told("").empty());
  CHECK(told("<input name=a>").empty());
  CHECK(
      told("<form><input name=a type=image><INPUT NAME='b' ><input><form><input name=c></form>") ==
      "<b c >");
  CHECK(told("<form><input name=a") == "<a >");
  CHECK(told("<form><textarea name=a><input name=b>").find('b') == std::string::npos);
  CHECK(told("<form><input name=\"a") == "<a >");
  CHECK(told("<form a=b =c d= e/><input name=x/y>") == "<x/y >");
  CHECK(told("<form><span class=wpcf7-acceptance><input type=checkbox name=a>open") ==
        "<[a: open]>");
  CHECK(told("<form><span class=wpcf7-acceptance>no box</span></form><form></form>") == "<><>");
}

TEST_CASE("form in a page: without classes for consents each box is a field") {
  const auto forms =
      forms_in("<form><span class='x'><input type=checkbox name=a></span></form>", {});
  REQUIRE(forms.size() == 1);
  CHECK(forms[0].fields == std::vector<std::string>{"a"});
}

}  // namespace
}  // namespace petition_box
