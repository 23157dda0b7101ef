#include "app/FileSet.h"

#include "engine/session/Message.h"
#include "engine/session/Reason.h"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>

namespace zhuyi {

namespace fs = std::filesystem;

namespace {

/// Files begun under this name are hidden and cannot be taken for whole ones.
std::string temporary(const std::string& folder, const std::string& name) {
    return (fs::path(folder) / ("." + name + ".part")).string();
}

} // namespace

FileSet::FileSet(const std::string& folder) : folder_(folder) {
    std::error_code error;
    fs::path there = fs::absolute(folder);
    while (!fs::exists(there, error) && there.has_parent_path() && there != there.parent_path())
        there = there.parent_path();
    // What is there already: the folder itself, or the nearest one above it.
    if (!fs::is_directory(there, error))
        throw Failure(MessageCode::FileUnwritable, {folder, there.string() + " is not a folder"});
    if (access(there.c_str(), W_OK | X_OK) != 0)
        throw Failure(MessageCode::FileUnwritable, {folder, reason(errno)});
}

FileSet::~FileSet() {
    if (kept_)
        return;
    std::error_code ignored;
    for (const auto& name : names_)
        fs::remove(temporary(folder_, name), ignored);
    if (made_)
        fs::remove(folder_, ignored); // if it is empty
}

void FileSet::create() {
    std::error_code error;
    made_ = fs::create_directories(folder_, error);
    if (error)
        throw Failure(MessageCode::FileUnwritable, {folder_, reason(error.value())});
}

std::string FileSet::place(const std::string& name) {
    names_.push_back(name);
    return temporary(folder_, name);
}

void FileSet::write(const std::string& name, const std::string& content) {
    const auto path = place(name);
    errno = 0;
    std::ofstream file(path, std::ios::binary);
    file << content;
    file.close();
    if (!file)
        throw Failure(MessageCode::FileUnwritable, {pathOf(name), reason(errno)});
}

void FileSet::keep() {
    for (const auto& name : names_) {
        std::error_code error;
        fs::rename(temporary(folder_, name), pathOf(name), error);
        if (error)
            throw Failure(MessageCode::FileUnwritable, {pathOf(name), reason(error.value())});
    }
    kept_ = true;
}

std::string FileSet::pathOf(const std::string& name) const {
    return (fs::path(folder_) / name).string();
}

} // namespace zhuyi
