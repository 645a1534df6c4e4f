#include "quantity/operator_error.h"

#include <cerrno>
#include <cstring>

namespace openitmo {

OperatorError::OperatorError(std::string_view where, const Text& what_happened, const Text& remedy)
    : OperatorError(Text({"{}: {}; {}", "{} : {} ; {}"}, where, what_happened, remedy)) {}

Text system_cause(int error_number) {
  switch (error_number) {
    case ENOSPC:
      return Words("the disk is full", "le disque est plein");
    case EDQUOT:
      return Words("the quota is used up", "le quota est épuisé");
    case EFBIG:
      return Words("the file is too large", "le fichier est trop grand");
    case EACCES:
    case EPERM:
      return Words("it is not permitted", "ce n'est pas permis");
    case EROFS:
      return Words("the file system is read-only", "le système de fichiers est en lecture seule");
    case ENOENT:
      return Words("there is no such file or folder", "ce fichier ou ce dossier n'existe pas");
    case ENOTDIR:
      return Words("this is not a folder", "ce n'est pas un dossier");
    case EISDIR:
      return Words("this is a folder", "c'est un dossier");
    case EEXIST:
      return Words("the name is taken", "ce nom est déjà pris");
    case EIO:
      return Words("the disk reports an error", "le disque signale une erreur");
    default:
      return Text({"{}", "le système signale « {} »"}, std::strerror(error_number));
  }
}

}  // namespace openitmo
