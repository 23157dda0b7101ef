#include "engine/model/fast/PackedWeight.h"

#include "engine/model/fast/FewRows.h"
#include "engine/model/fast/Panels.h"
#include "engine/model/fast/Products.h"

#ifdef ZHUYI_ONEDNN
#include <oneapi/dnnl/dnnl.hpp>
#endif

#include <map>
#include <unordered_map>

namespace zhuyi::fast {

#ifdef ZHUYI_ONEDNN

using namespace dnnl;

namespace {

engine& processor() {
    static engine only(engine::kind::cpu, 0);
    return only;
}

memory::desc plain(std::int64_t rows, std::int64_t columns, memory::format_tag order = memory::format_tag::ab) {
    return {{rows, columns}, memory::data_type::f32, order};
}

matmul::primitive_desc productOf(std::int64_t rows, const memory::desc& weight, bool add) {
    primitive_attr attributes;
    if (add) {
        post_ops sum;
        sum.append_sum(1);
        attributes.set_post_ops(sum);
    }
    const auto inner = weight.dims()[0], columns = weight.dims()[1];
    return {matmul::desc(plain(rows, inner), weight, plain(rows, columns)), attributes, processor()};
}

} // namespace

/// One product a number of rows: oneDNN makes a kernel for each, and remembers it for all who ask for the same.
struct PackedWeight::Packed {
    struct Product {
        matmul kernel;
        memory x, out;
        std::unordered_map<int, memory> arguments;
    };

    /// `lies`: the weight as I×O, as it lies in memory.
    Packed(const memory::desc& lies, const float* values) : flow(processor()) {
        const memory::desc any(lies.dims(), memory::data_type::f32, memory::format_tag::any);
        constexpr std::int64_t typicalRows = 32;
        weight = memory(productOf(typicalRows, any, false).weights_desc(), processor());
        from = memory(lies, processor(), const_cast<float*>(values));
        take = reorder(from, weight);
    }

    void pack() { take.execute(flow, from, weight); }

    void multiply(ConstView x, View out, bool add) {
        auto& made = products[{x.rows, add}];
        if (!made) {
            const auto description = productOf(x.rows, weight.get_desc(), add);
            made = std::make_unique<Product>();
            made->kernel = matmul(description);
            made->x = memory(plain(x.rows, x.columns), processor(), nullptr);
            made->out = memory(plain(out.rows, out.columns), processor(), nullptr);
            made->arguments = {{DNNL_ARG_SRC, made->x}, {DNNL_ARG_WEIGHTS, weight}, {DNNL_ARG_DST, made->out}};
        }
        made->x.set_data_handle(const_cast<float*>(x.data));
        made->out.set_data_handle(out.data);
        made->kernel.execute(flow, made->arguments);
    }

    stream flow;
    memory from, weight;
    reorder take;
    std::map<std::pair<std::int64_t, bool>, std::unique_ptr<Product>> products;
};

#else

struct PackedWeight::Packed {};

#endif

PackedWeight::PackedWeight(ConstView weight, Use use) : weight_(weight), use_(use) {}

PackedWeight::~PackedWeight() = default;
PackedWeight::PackedWeight(PackedWeight&&) noexcept = default;

void PackedWeight::multiply(ConstView x, View out, bool add) {
    if (x.rows == 0)
        return;
#ifdef ZHUYI_ONEDNN
    constexpr std::int64_t few = 12; // rows that oneDNN, too, multiplies without laying out the weight
    if (oneDnnPays() && x.rows > few) {
        if (!packed_)
            packed_ = std::make_unique<Packed>(use_ == Use::Forward
                                                   ? plain(weight_.columns, weight_.rows, memory::format_tag::ba)
                                                   : plain(weight_.rows, weight_.columns),
                                               weight_.data);
        if (!isPacked_)
            packed_->pack();
        isPacked_ = true;
        packed_->multiply(x, out, add);
        return;
    }
#endif
    multiplyFrom(0, x, out, add);
}

void PackedWeight::multiplyFrom(std::int64_t first, ConstView x, View out, bool add) {
    const bool forward = use_ == Use::Forward;
    if (panelsPay() && x.rows > FewRows && (forward || first % PanelColumns == 0)) {
        const auto height = forward ? weight_.columns : weight_.rows;
        multiplyByPanels(x, panels() + first * (forward ? PanelColumns : height), height, out, add);
        return;
    }
    const auto columns = weight_.columnsFrom(first, weight_.columns - first);
    if (forward)
        multiplyByTransposed(x, columns, out, add);
    else
        fast::multiply(x, columns, out, add);
}

const float* PackedWeight::panels() {
    const bool transposed = use_ == Use::Forward;
    const auto height = transposed ? weight_.columns : weight_.rows,
               columns = transposed ? weight_.rows : weight_.columns;
    auto* panels = panels_.take((columns + PanelColumns - 1) / PanelColumns * height, PanelColumns).data;
    for (std::int64_t first = 0; first < columns && !isPacked_; first += PanelColumns)
        packPanel(weight_, transposed, first, panels + first * height);
    isPacked_ = true;
    return panels;
}

} // namespace zhuyi::fast
