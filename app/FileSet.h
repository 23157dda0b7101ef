#pragma once

#include <string>
#include <vector>

namespace zhuyi {

/// Files that are to stand in a folder all together or not at all: written under other names, renamed once all are there.
/// What does not come so far is removed, with the folder where it was made for them.
class FileSet {
  public:
    /// Changes nothing yet. Throws Failure (FileUnwritable) where the folder could not be made or written to.
    explicit FileSet(const std::string& folder);
    ~FileSet();
    FileSet(const FileSet&) = delete;
    FileSet& operator=(const FileSet&) = delete;

    /// Makes the folder where there is none. Throws Failure (FileUnwritable).
    void create();
    /// Where to write a file of the set for now.
    std::string place(const std::string& name);
    /// Throws Failure (FileUnwritable).
    void write(const std::string& name, const std::string& content);
    /// Gives all their names; files of an earlier set with these names are replaced. Throws Failure (FileUnwritable).
    void keep();

    /// Where the file will stand.
    std::string pathOf(const std::string& name) const;

  private:
    std::string folder_;
    bool made_ = false, kept_ = false;
    std::vector<std::string> names_;
};

} // namespace zhuyi
