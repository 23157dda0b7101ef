#include "engine/model/Safetensors.h"

#include "engine/model/ShallowJson.h"

#include "engine/session/Message.h"
#include "engine/session/Reason.h"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace zhuyi {

namespace {

using Json = nlohmann::json;

std::size_t sizeOfType(const std::string& type) {
    static const std::map<std::string, std::size_t> sizes = {
        {"BOOL", 1}, {"U8", 1},  {"I8", 1},  {"I16", 2}, {"U16", 2}, {"F16", 2}, {"BF16", 2},
        {"I32", 4},  {"U32", 4}, {"F32", 4}, {"I64", 8}, {"U64", 8}, {"F64", 8}};
    const auto it = sizes.find(type);
    return it == sizes.end() ? 0 : it->second;
}

class Descriptor {
  public:
    explicit Descriptor(int value) : value_(value) {}
    ~Descriptor() {
        if (value_ >= 0)
            close(value_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    operator int() const { return value_; }

  private:
    int value_;
};

void writeWhole(int file, const void* data, std::size_t size, const std::string& path) {
    const auto* bytes = static_cast<const std::byte*>(data);
    while (size > 0) {
        const auto written = write(file, bytes, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            throw Failure(MessageCode::FileUnwritable, {path, reason(errno)});
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
}

} // namespace

SafetensorsFile::SafetensorsFile(const std::string& path) {
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file < 0) {
        if (errno == ENOENT)
            throw Failure(MessageCode::FileMissing, {path});
        throw Failure(MessageCode::FileUnreadable, {path, reason(errno)});
    }
    struct stat status {};
    if (fstat(file, &status) != 0)
        throw Failure(MessageCode::FileUnreadable, {path, reason(errno)});
    if (S_ISDIR(status.st_mode))
        throw Failure(MessageCode::FileUnreadable, {path, reason(EISDIR)});
    size_ = static_cast<std::size_t>(status.st_size);
    if (size_ < 8)
        throw Failure(MessageCode::ModelMalformed, {path, "header"});
    void* mapped = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    if (mapped == MAP_FAILED)
        throw Failure(MessageCode::FileUnreadable, {path, reason(errno)});
    bytes_ = static_cast<std::byte*>(mapped);
    try {
        parse(path);
    } catch (...) {
        munmap(bytes_, size_);
        throw;
    }
}

SafetensorsFile::~SafetensorsFile() {
    munmap(bytes_, size_);
}

void SafetensorsFile::parse(const std::string& path) {
    const auto malformed = [&](const std::string& what) { return Failure(MessageCode::ModelMalformed, {path, what}); };
    std::uint64_t headerSize = 0;
    for (int i = 7; i >= 0; --i)
        headerSize = headerSize << 8 | std::to_integer<std::uint64_t>(bytes_[i]);
    if (headerSize > size_ - 8 || headerSize > 100'000'000)
        throw malformed("header");
    const auto* begin = reinterpret_cast<const char*>(bytes_) + 8;
    const Json header = shallowJson({begin, headerSize});
    if (!header.is_object())
        throw malformed("header");
    const std::byte* data = bytes_ + 8 + headerSize;
    const std::size_t dataSize = size_ - 8 - headerSize;
    for (const auto& [name, entry] : header.items()) {
        if (!entry.is_object())
            throw malformed(name);
        if (name == "__metadata__") {
            for (const auto& [key, value] : entry.items()) {
                if (!value.is_string())
                    throw malformed(name);
                metadata_[key] = value.get<std::string>();
            }
            continue;
        }
        const auto type = entry.find("dtype"), shape = entry.find("shape"), offsets = entry.find("data_offsets");
        const bool whole = type != entry.end() && type->is_string() && shape != entry.end() && shape->is_array() &&
                           offsets != entry.end() && offsets->is_array() && offsets->size() == 2 &&
                           (*offsets)[0].is_number_unsigned() && (*offsets)[1].is_number_unsigned();
        if (!whole)
            throw malformed(name);
        TensorView tensor{name, type->get<std::string>(), {}, nullptr, 0};
        std::uint64_t bytes = sizeOfType(tensor.type);
        bool fits = bytes > 0;
        for (const auto& extent : *shape) {
            if (!extent.is_number_unsigned())
                throw malformed(name);
            const auto size = extent.get<std::uint64_t>();
            fits = fits && !__builtin_mul_overflow(bytes, size, &bytes) && size <= INT64_MAX;
            tensor.shape.push_back(static_cast<std::int64_t>(size));
        }
        const auto from = (*offsets)[0].get<std::uint64_t>(), to = (*offsets)[1].get<std::uint64_t>();
        if (!fits || from > to || to > dataSize || to - from != bytes)
            throw malformed(name);
        tensor.data = data + from;
        tensor.bytes = bytes;
        tensors_.push_back(std::move(tensor));
    }
    // The format allows neither holes nor overlaps.
    std::sort(tensors_.begin(), tensors_.end(), [](const TensorView& a, const TensorView& b) {
        return std::make_pair(a.data, a.bytes) < std::make_pair(b.data, b.bytes);
    });
    const std::byte* expected = data;
    for (const auto& tensor : tensors_) {
        if (tensor.data != expected)
            throw malformed(tensor.name);
        expected += tensor.bytes;
    }
    if (expected != data + dataSize)
        throw malformed("end");
}

const TensorView* SafetensorsFile::find(const std::string& name) const {
    for (const auto& tensor : tensors_)
        if (tensor.name == name)
            return &tensor;
    return nullptr;
}

void writeSafetensors(const std::string& path, const std::map<std::string, std::string>& metadata,
                      const std::vector<TensorView>& tensors) {
    Json header = {{"__metadata__", metadata}};
    std::uint64_t offset = 0;
    for (const auto& tensor : tensors) {
        header[tensor.name] = {
            {"dtype", tensor.type}, {"shape", tensor.shape}, {"data_offsets", {offset, offset + tensor.bytes}}};
        offset += tensor.bytes;
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' '); // so that the tensors are aligned
    unsigned char length[8];
    for (int i = 0; i < 8; ++i)
        length[i] = static_cast<unsigned char>(text.size() >> (8 * i));

    const std::filesystem::path target(path);
    const auto folder = target.parent_path().empty() ? std::filesystem::path(".") : target.parent_path();
    if (std::filesystem::is_directory(target))
        throw Failure(MessageCode::FileUnwritable, {path, reason(EISDIR)});
    std::string temporary = (folder / ("." + target.filename().string() + ".XXXXXX")).string();
    const Descriptor file(mkostemp(temporary.data(), O_CLOEXEC));
    if (file < 0)
        throw Failure(MessageCode::FileUnwritable, {path, reason(errno)});
    try {
        writeWhole(file, length, sizeof length, path);
        writeWhole(file, text.data(), text.size(), path);
        for (const auto& tensor : tensors)
            writeWhole(file, tensor.data, tensor.bytes, path);
        const mode_t mask = umask(0);
        umask(mask);
        if (fchmod(file, 0666 & ~mask) != 0 || fsync(file) != 0 || rename(temporary.c_str(), path.c_str()) != 0)
            throw Failure(MessageCode::FileUnwritable, {path, reason(errno)});
    } catch (...) {
        unlink(temporary.c_str());
        throw;
    }
    const Descriptor directory(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory >= 0)
        fsync(directory); // the rename itself
}

} // namespace zhuyi
