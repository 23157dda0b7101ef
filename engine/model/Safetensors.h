#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace zhuyi {

/// One tensor of a safetensors file: little-endian, row-major.
struct TensorView {
    std::string name;
    std::string type; // "F32", "I64", "U8", …
    std::vector<std::int64_t> shape;
    const std::byte* data = nullptr;
    std::size_t bytes = 0;
};

/// A safetensors file, mapped: 8 bytes with the length of a JSON header, the header, the tensors' bytes. Nothing in it is
/// trusted: every length, offset and shape is checked before it is used.
class SafetensorsFile {
  public:
    /// Throws Failure (FileMissing, FileUnreadable, ModelMalformed).
    explicit SafetensorsFile(const std::string& path);
    ~SafetensorsFile();
    SafetensorsFile(const SafetensorsFile&) = delete;
    SafetensorsFile& operator=(const SafetensorsFile&) = delete;

    const std::map<std::string, std::string>& metadata() const { return metadata_; }
    const std::vector<TensorView>& tensors() const { return tensors_; }
    /// nullptr where there is none of this name.
    const TensorView* find(const std::string& name) const;

  private:
    void parse(const std::string& path);

    std::byte* bytes_ = nullptr;
    std::size_t size_ = 0;
    std::map<std::string, std::string> metadata_;
    std::vector<TensorView> tensors_;
};

/// Writes to a temporary file beside `path`, flushes and renames it, so that a crash or a full disk leaves what was there.
/// Throws Failure (FileUnwritable).
void writeSafetensors(const std::string& path, const std::map<std::string, std::string>& metadata,
                      const std::vector<TensorView>& tensors);

} // namespace zhuyi
