#include <document/whole.hpp>
#include <json/mistake.hpp>
#include <language/phrase.hpp>

const bool petition_box::is_whole = false;
const bool petition_box::json::mistakes_say_where = false;

const char* petition_box::key_of(Phrase /*phrase*/) { return ""; }
