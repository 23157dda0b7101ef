#include "engine/session/Reason.h"

#include "engine/session/TextNoop.h"

#include <cerrno>
#include <cstring>

namespace zhuyi {

std::string reason(int error) {
    switch (error) {
    case EISDIR:
        return TEXT_NOOP("Messages", "it is a folder");
    case EACCES:
    case EPERM:
        return TEXT_NOOP("Messages", "access is denied");
    case EROFS:
        return TEXT_NOOP("Messages", "the disk can only be read");
    case ENOSPC:
    case EDQUOT:
        return TEXT_NOOP("Messages", "the disk is full");
    case ENOENT:
    case ENOTDIR:
        return TEXT_NOOP("Messages", "there is no such folder");
    case ENAMETOOLONG:
        return TEXT_NOOP("Messages", "the name is too long");
    case EIO:
        return TEXT_NOOP("Messages", "the disk reports an error");
    default:
        return std::strerror(error);
    }
}

} // namespace zhuyi
