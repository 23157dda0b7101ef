#include "engine/model/GatheredLinear.h"

namespace zhuyi {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;
using UsesPointer = c10::intrusive_ptr<GatheredLinear::Uses>;

UsesPointer usesOf(AutogradContext* context) {
    return c10::static_intrusive_pointer_cast<GatheredLinear::Uses>(context->saved_data["uses"].toCapsule());
}

/// Stands before all uses, so that autograd comes to it when the last of them is done.
struct Gather : torch::autograd::Function<Gather> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& weight, const UsesPointer& uses) {
        context->set_materialize_grads(false); // the uses send none
        context->saved_data["uses"] = at::IValue::make_capsule(uses);
        return weight.view_as(weight);
    }
    static variable_list backward(AutogradContext* context, const variable_list&) {
        const auto uses = usesOf(context);
        if (uses->inputs.empty())
            return {{}, {}};
        const auto gradient = torch::mm(torch::cat(uses->gradients).t(), torch::cat(uses->inputs));
        uses->inputs.clear();
        uses->gradients.clear();
        return {gradient, {}};
    }
};

struct Use : torch::autograd::Function<Use> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& input, const torch::Tensor& weight,
                                 const UsesPointer& uses) {
        context->saved_data["uses"] = at::IValue::make_capsule(uses);
        context->save_for_backward({input, weight});
        return torch::mm(input, weight.t());
    }
    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        const auto saved = context->get_saved_variables();
        const auto uses = usesOf(context);
        // Bare values: with its history the input would hold the network of steps, which holds the uses.
        uses->inputs.push_back(saved[0].detach());
        uses->gradients.push_back(gradients[0].detach());
        return {torch::mm(gradients[0], saved[1]), {}, {}};
    }
};

} // namespace

GatheredLinear::GatheredLinear(const torch::Tensor& weight)
    : uses_(c10::make_intrusive<Uses>()), weight_(Gather::apply(weight, uses_)) {}

torch::Tensor GatheredLinear::operator()(const torch::Tensor& input) const {
    return Use::apply(input, weight_, uses_);
}

} // namespace zhuyi
