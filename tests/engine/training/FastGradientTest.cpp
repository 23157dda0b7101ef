#include "tests/engine/training/PassNetworks.h"

#include <algorithm>
#include <cmath>

using namespace zhuyi;
using namespace zhuyi::trained;

/// The fast way to compute gradients, whose single precision has to come as near to double precision as LibTorch's own.
class FastGradientTest : public QObject {
    Q_OBJECT

    static constexpr std::uint64_t Seed = 99; // of the dropout
    static constexpr std::int64_t Tokens = 100;

    static void compare(const Settings& settings) {
        const auto batch = batchOf(settings);
        for (const double scale : {1.0, Bent}) {
            const auto network = networkOf(settings, scale);
            network->train();
            const auto exact = makePlainPass(doubled(settings, scale), settings);
            const auto plain = makePlainPass(network, settings), fast = makeFastPass(network, settings);
            for (const auto* pass : {&exact, &plain, &fast}) {
                (*pass)->setDropoutShare(scale == 1 ? 1 : 0.5);
                (*pass)->train(batch, Tokens, Seed);
            }
            double whole = 0;
            for (const auto& gradient : exact->gradients())
                whole = std::hypot(whole, gradient.values.norm().item<double>());
            const auto names = network->named_parameters();
            for (std::size_t i = 0; i < names.size(); ++i) {
                const auto& theirs = exact->gradients()[i].values;
                const auto away = [&](TrainingPass& pass) {
                    return (pass.gradients()[i].values - theirs).norm().item<double>();
                };
                const double norm = theirs.norm().item<double>();
                QVERIFY2(away(*fast) < std::max(1e-5 * norm, 1e-7 * whole),
                         qPrintable(QString("%1, %2 times: %3 of %4, LibTorch's own modules %5")
                                        .arg(QString::fromStdString(names[i].key()))
                                        .arg(scale)
                                        .arg(away(*fast))
                                        .arg(norm)
                                        .arg(away(*plain))));
            }
        }
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    /// Where attention has learnt nothing yet, the gradient of an additive query's weight is next to nothing, the
    /// difference of terms ten thousand times as large: both ways in single precision miss it by up to 3e-4 of its
    /// norm, which is nothing beside the whole gradient.
    void the_fast_way_is_as_near_to_double_precision_as_single_precision_comes_data() { networks(); }
    void the_fast_way_is_as_near_to_double_precision_as_single_precision_comes() { compare(settingsOfRow()); }

    void so_it_is_with_tied_embeddings_data() { tiedNetworks(); }
    void so_it_is_with_tied_embeddings() { compare(tiedSettingsOfRow()); }
};

QTEST_GUILESS_MAIN(FastGradientTest)
#include "FastGradientTest.moc"
