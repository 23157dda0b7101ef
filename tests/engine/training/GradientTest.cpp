#include "tests/engine/training/PassNetworks.h"

#include <torch/nn/init.h>

#include <cmath>

using namespace zhuyi;
using namespace zhuyi::trained;

namespace {

constexpr std::uint64_t Seed = 99; // of the dropout
constexpr std::int64_t Tokens = 100;

} // namespace

/// The plain way to compute gradients, in double precision, against numerical differentiation.
class GradientTest : public QObject {
    Q_OBJECT

    static void findSlope(const Settings& settings) {
        // Normalised again and again, weights larger than a training begins with bend too sharply to be measured.
        const auto network = doubled(settings, settings.layer_normalisation ? 1 : Bent);
        if (auto* coverage = network->named_parameters().find("decoder.attention.coverage.weight")) {
            const torch::NoGradGuard noGradient;
            torch::nn::init::uniform_(*coverage, -1, 1); // where it begins with 0, no gradient leads through it
        }
        const auto pass = makePlainPass(network, settings);
        const auto batch = batchOf(settings);
        pass->train(batch, Tokens, Seed);
        std::vector<torch::Tensor> gradients;
        for (const auto& gradient : pass->gradients())
            gradients.push_back(gradient.values.clone());
        auto parameters = network->named_parameters();
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            // Along the gradient and a random direction at once: neither a wrong length nor a wrong direction is
            // missed.
            auto direction = torch::randn_like(gradients[i]);
            direction = direction / direction.norm() + gradients[i] / gradients[i].norm();
            const double slope = (gradients[i] * direction).sum().item<double>();
            const auto objectiveAt = [&](double distance) {
                const torch::NoGradGuard noGradient;
                auto& parameter = parameters[i].value();
                const auto kept = parameter.clone();
                parameter.add_(direction, distance);
                pass->train(batch, Tokens, Seed);
                parameter.copy_(kept);
                return pass->objective() / static_cast<double>(Tokens);
            };
            constexpr double distance = 1e-5;
            const double measured = (objectiveAt(distance) - objectiveAt(-distance)) / (2 * distance);
            QVERIFY2(std::abs(measured - slope) < 1e-6 * std::abs(slope),
                     qPrintable(QString("%1: %2, measured %3")
                                    .arg(QString::fromStdString(parameters[i].key()))
                                    .arg(slope, 0, 'g', 12)
                                    .arg(measured, 0, 'g', 12)));
        }
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    /// Kinds of dropout and of initial state differ in no layer's way of its own: at every depth they would take
    /// minutes.
    void the_plain_way_has_the_slope_of_its_objective_data() { networks(2); }
    void the_plain_way_has_the_slope_of_its_objective() { findSlope(settingsOfRow()); }

    void so_it_has_of_tied_embeddings_data() { tiedNetworks(); }
    void so_it_has_of_tied_embeddings() {
        findSlope(tiedSettingsOfRow());
        auto gru = tiedSettingsOfRow(); // whose encoder reads step by step
        gru.cell = "gru";
        findSlope(gru);
    }

    void so_it_has_of_what_it_alone_knows_data() { kinds::addPlainRows(); }
    void so_it_has_of_what_it_alone_knows() { findSlope(kinds::plainSettingsOfRow()); }
};

QTEST_GUILESS_MAIN(GradientTest)
#include "GradientTest.moc"
