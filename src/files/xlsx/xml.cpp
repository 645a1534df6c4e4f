#include "files/xlsx/xml.h"

#include <expat.h>
#include <fmt/format.h>
#include <new>

namespace openitmo::files {
namespace {

constexpr std::size_t kDepthMax = 64;

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
  // Declarations of namespaces (xmlns:r) are no attributes, and r:id wins over nothing else here.
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    const std::string_view full = pair[0];
    if (!full.starts_with("xmlns") && without_prefix(full) == name) return pair[1];
  }
  return {};
}

struct XmlParser::Callbacks {
  static void start(void* self, const char* name, const char** attributes) {
    auto& parser = *static_cast<XmlParser*>(self);
    if (!parser.error_.empty()) return;
    if (++parser.depth_ > kDepthMax)
      return parser.stop({{"its elements are nested too deeply",
                           "ses éléments sont trop profondément imbriqués"}});
    parser.handler_.start(without_prefix(name), XmlAttributes(attributes));
  }
  static void end(void* self, const char* name) {
    auto& parser = *static_cast<XmlParser*>(self);
    if (!parser.error_.empty()) return;
    --parser.depth_;
    parser.handler_.end(without_prefix(name));
  }
  static void text(void* self, const char* bytes, int size) {
    auto& parser = *static_cast<XmlParser*>(self);
    if (parser.error_.empty()) parser.handler_.text({bytes, static_cast<std::size_t>(size)});
  }
  static void document_type(void* self, const char*, const char*, const char*, int) {
    static_cast<XmlParser*>(self)->stop(
        {{"it declares a document type", "il déclare un type de document"}});
  }
};

void XmlParser::Free::operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }

XmlParser::XmlParser(XmlHandler& handler) : handler_(handler), parser_(XML_ParserCreate(nullptr)) {
  if (!parser_) throw std::bad_alloc();
  XML_SetUserData(parser_.get(), this);
  XML_SetElementHandler(parser_.get(), &Callbacks::start, &Callbacks::end);
  XML_SetCharacterDataHandler(parser_.get(), &Callbacks::text);
  XML_SetStartDoctypeDeclHandler(parser_.get(), &Callbacks::document_type);
}

bool XmlParser::feed(std::string_view bytes, bool is_last) {
  if (!error_.empty()) return false;
  const XML_Status status =
      XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), is_last ? 1 : 0);
  if (status != XML_STATUS_OK && error_.empty()) {
    error_ = {{"its XML is damaged at line {}: {}", "son XML est endommagé à la ligne {} (« {} »)"},
              XML_GetCurrentLineNumber(parser_.get()),
              XML_ErrorString(XML_GetErrorCode(parser_.get()))};
  }
  return error_.empty();
}

void XmlParser::stop(Text why) {
  if (error_.empty()) error_ = std::move(why);
  XML_StopParser(parser_.get(), XML_FALSE);
}

}  // namespace openitmo::files
