#include "ui/training/CurveInfo.h"

#include "ui/client/PlainNumber.h"

#include <QLocale>

#include <cmath>

namespace zhuyi {

const std::vector<PanelInfo>& PanelInfo::all() {
    using Source = CurveInfo::Source;
    using Role = CurveInfo::Role;
    static const std::vector<PanelInfo> panels = {
        {Id::Loss,
         "loss",
         QT_TRANSLATE_NOOP("PanelInfo", "Loss"),
         QT_TRANSLATE_NOOP("PanelInfo", "loss"),
         //: Unit of the loss: natural logarithm, per target token
         QT_TRANSLATE_NOOP("PanelInfo", "loss (nats per token)"),
         QT_TRANSLATE_NOOP("PanelInfo",
                           "Loss: how surprised the model is by the next word of the true translation, in nats "
                           "a token. 0 – not at all. Validation: on sentences that it never trains on."),
         Numbers::Fixed3,
         true,
         false,
         0.1,
         {{Source::EachStep, StepMetric::Loss, DevMetric::Loss, Role::Training,
           QT_TRANSLATE_NOOP("PanelInfo", "training, each step"),
           //: The loss of one training step, before a number
           QT_TRANSLATE_NOOP("PanelInfo", "training")},
          {Source::RunningMean, StepMetric::Loss, DevMetric::Loss, Role::Training,
           QT_TRANSLATE_NOOP("PanelInfo", "training, running mean"), QT_TRANSLATE_NOOP("PanelInfo", "running mean")},
          {Source::Validation, StepMetric::Loss, DevMetric::Loss, Role::Validation,
           QT_TRANSLATE_NOOP("PanelInfo", "validation"), QT_TRANSLATE_NOOP("PanelInfo", "validation")}}},
        {Id::Perplexity,
         "perplexity",
         QT_TRANSLATE_NOOP("PanelInfo", "Perplexity"),
         QT_TRANSLATE_NOOP("PanelInfo", "perplexity"),
         "",
         QT_TRANSLATE_NOOP("PanelInfo",
                           "Perplexity: among how many equally likely words the model would be as unsure as it "
                           "is; the exponential function of the loss."),
         Numbers::Fixed1,
         true,
         false,
         1,
         {{Source::RunningMean, StepMetric::Loss, DevMetric::Loss, Role::Training,
           QT_TRANSLATE_NOOP("PanelInfo", "training, running mean"), QT_TRANSLATE_NOOP("PanelInfo", "running mean"),
           false, true},
          {Source::Validation, StepMetric::Loss, DevMetric::Perplexity, Role::Validation,
           QT_TRANSLATE_NOOP("PanelInfo", "perplexity, validation"), QT_TRANSLATE_NOOP("PanelInfo", "perplexity")}}},
        {Id::Accuracy,
         "token_accuracy",
         QT_TRANSLATE_NOOP("PanelInfo", "Token accuracy"),
         QT_TRANSLATE_NOOP("PanelInfo", "accuracy"),
         QT_TRANSLATE_NOOP("PanelInfo", "token accuracy"),
         QT_TRANSLATE_NOOP("PanelInfo",
                           "Token accuracy: how often the model's likeliest next word is the true one, where it "
                           "is told the true words before."),
         Numbers::Percent,
         false,
         false,
         0.02,
         {{Source::Validation, StepMetric::Loss, DevMetric::TokenAccuracy, Role::Validation,
           QT_TRANSLATE_NOOP("PanelInfo", "token accuracy, validation"),
           QT_TRANSLATE_NOOP("PanelInfo", "token accuracy")}}},
        {Id::Bleu,
         "bleu",
         QT_TRANSLATE_NOOP("PanelInfo", "BLEU"),
         QT_TRANSLATE_NOOP("PanelInfo", "BLEU"),
         "",
         QT_TRANSLATE_NOOP("PanelInfo",
                           "BLEU: how much of the model's own translations also stands in the true ones, in runs "
                           "of one to four words. 0–100, greedy search, on a sample of the validation set."),
         Numbers::Fixed1,
         false,
         false,
         1,
         {{Source::Validation, StepMetric::Loss, DevMetric::Bleu, Role::Validation,
           QT_TRANSLATE_NOOP("PanelInfo", "BLEU, validation"), QT_TRANSLATE_NOOP("PanelInfo", "BLEU")}}},
        {Id::Alignment,
         "alignment",
         QT_TRANSLATE_NOOP("PanelInfo", "Alignment error rate"),
         //: Short for alignment error rate, at an axis
         QT_TRANSLATE_NOOP("PanelInfo", "AER"),
         "",
         QT_TRANSLATE_NOOP(
             "PanelInfo",
             "Alignment error rate: how far the words that attention points at are from the true alignment, on the "
             "sentences that "
             "the model never trains on. 0 % – attention points exactly where the true alignment does; 100 % – nowhere "
             "there.\nPrecision: the share of what attention points at that is truly aligned. Recall: the share of the "
             "sure "
             "links that it finds (Och & Ney 2003)."),
         Numbers::Percent,
         false,
         true,
         1,
         {{Source::Validation, StepMetric::Loss, DevMetric::ErrorRate, Role::Error,
           QT_TRANSLATE_NOOP("PanelInfo", "alignment error rate"),
           QT_TRANSLATE_NOOP("PanelInfo", "alignment error rate")},
          {Source::Validation, StepMetric::Loss, DevMetric::Precision, Role::Precision,
           QT_TRANSLATE_NOOP("PanelInfo", "precision"), QT_TRANSLATE_NOOP("PanelInfo", "precision"), true},
          {Source::Validation, StepMetric::Loss, DevMetric::Recall, Role::Recall,
           QT_TRANSLATE_NOOP("PanelInfo", "recall"), QT_TRANSLATE_NOOP("PanelInfo", "recall"), true}}},
        {Id::LearningRate,
         "learning_rate",
         QT_TRANSLATE_NOOP("PanelInfo", "Learning rate"),
         //: Short for learning rate, at an axis
         QT_TRANSLATE_NOOP("PanelInfo", "rate"),
         QT_TRANSLATE_NOOP("PanelInfo", "learning rate"),
         QT_TRANSLATE_NOOP("PanelInfo", "Learning rate: how far each step moves the weights."),
         Numbers::Significant3,
         true,
         false,
         0,
         {{Source::EachStep, StepMetric::LearningRate, DevMetric::Loss, Role::Training,
           QT_TRANSLATE_NOOP("PanelInfo", "learning rate"), QT_TRANSLATE_NOOP("PanelInfo", "learning rate")}}},
        {Id::GradientNorm,
         "gradient_norm",
         QT_TRANSLATE_NOOP("PanelInfo", "Gradient norm"),
         QT_TRANSLATE_NOOP("PanelInfo", "gradient"),
         QT_TRANSLATE_NOOP("PanelInfo", "gradient norm"),
         QT_TRANSLATE_NOOP("PanelInfo",
                           "Gradient norm: how steep the loss is where the model stands, before the gradient is "
                           "clipped. Sudden peaks tell of steps that went too far."),
         Numbers::Significant3,
         true,
         false,
         0.1,
         {{Source::EachStep, StepMetric::GradientNorm, DevMetric::Loss, Role::Training,
           QT_TRANSLATE_NOOP("PanelInfo", "gradient norm, each step"), QT_TRANSLATE_NOOP("PanelInfo", "gradient norm")},
          {Source::RunningMean, StepMetric::GradientNorm, DevMetric::Loss, Role::Training,
           QT_TRANSLATE_NOOP("PanelInfo", "running mean"), QT_TRANSLATE_NOOP("PanelInfo", "running mean")}}},
        {Id::Speed,
         "tokens_per_second",
         QT_TRANSLATE_NOOP("PanelInfo", "Tokens per second"),
         QT_TRANSLATE_NOOP("PanelInfo", "tokens/s"),
         "",
         QT_TRANSLATE_NOOP("PanelInfo",
                           "Tokens per second: how many words of the target language the training takes in, "
                           "averaged over the last seconds."),
         Numbers::Whole,
         true,
         false,
         0,
         {{Source::EachStep, StepMetric::TokensPerSecond, DevMetric::Loss, Role::Training,
           QT_TRANSLATE_NOOP("PanelInfo", "tokens per second"), QT_TRANSLATE_NOOP("PanelInfo", "tokens per second")},
          {Source::RunningMean, StepMetric::TokensPerSecond, DevMetric::Loss, Role::Training,
           QT_TRANSLATE_NOOP("PanelInfo", "running mean"), QT_TRANSLATE_NOOP("PanelInfo", "running mean")}}},
    };
    return panels;
}

QString PanelInfo::number(double value) const {
    const QLocale locale;
    switch (numbers) {
    case Numbers::Fixed3:
        return locale.toString(value, 'f', 3);
    case Numbers::Fixed1:
        return locale.toString(value, 'f', 1);
    case Numbers::Percent:
        return locale.toString(value * 100, 'f', 1) + QStringLiteral(" %");
    case Numbers::Significant3:
        return plainNumber(value, 3, locale);
    case Numbers::Whole:
        return locale.toString(value, 'f', 0);
    }
    return {};
}

} // namespace zhuyi
