#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <document/petition.hpp>
#include <document/reader.hpp>
#include <json/place.hpp>

// What a document says of the campaign around the petition.
namespace petition_box {

// Nothing of it is known where the place holds no date.
Date read_date_at(const json::Place& place, Reader& reader);

// Reads the event of a timeline: its date, its text, and under that name where it is told.
void read_event(const json::Place& place, const char* source, Event& event, Reader& reader);

void read_organiser(const json::Place& place, Organiser& organiser, Reader& reader);

// Its focus is two numbers from 0 to 1: from the left, and from above.
void read_picture(const json::Place& place, Picture& picture, Reader& reader);

void read_news(const json::Place& list, std::vector<News>& news, Reader& reader);

// A whole number above 0, or nothing; `what` is the code of the mistake.
std::optional<std::int64_t> read_count(const json::Place& place, const char* what, Reader& reader);

}  // namespace petition_box
