#include "ui/shell/RunStatus.h"

#include "ui/client/CorpusName.h"
#include "ui/client/DurationText.h"
#include "ui/client/EngineClient.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace zhuyi {

RunStatus::RunStatus(EngineClient* client, QWidget* parent) : QWidget(parent), client_(client) {
    corpus_ = new QLabel;
    corpus_->setObjectName(QStringLiteral("corpusStatus"));
    corpus_->setTextFormat(Qt::PlainText);
    epoch_ = new QLabel;
    epoch_->setObjectName(QStringLiteral("epochStatus"));
    progress_ = new QProgressBar;
    progress_->setRange(0, 1000);
    progress_->setFixedSize(180, 14);
    progress_->setTextVisible(false);
    speed_ = new QLabel;
    speed_->setObjectName(QStringLiteral("speedStatus"));
    left_ = new QLabel;
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    layout->setSpacing(16);
    layout->addWidget(corpus_);
    layout->addStretch();
    for (QWidget* widget : {static_cast<QWidget*>(epoch_), static_cast<QWidget*>(progress_),
                            static_cast<QWidget*>(speed_), static_cast<QWidget*>(left_)})
        layout->addWidget(widget);

    fixWidths();

    connect(client_, &EngineClient::stepped, this, [this](const std::vector<StepReport>& reports) {
        last_ = reports.back();
        refresh();
    });
    connect(client_, &EngineClient::progressed, this, [this](const Progress& progress) {
        phase_ = progress.phase;
        refresh();
    });
    const auto endPhase = [this] {
        phase_.reset();
        refresh();
    };
    connect(client_, &EngineClient::corpusOpened, this, endPhase);
    connect(client_, &EngineClient::trainingStarted, this, endPhase);
    connect(client_, &EngineClient::trainingFinished, this, [this](const TrainingFinished& event) {
        if (event.end == TrainingEnd::Completed)
            last_.progress = 1;
        refresh();
    });
    connect(client_, &EngineClient::modelOpened, this, [this] {
        hasRun_ = false;
        refresh();
    });
    connect(client_, &EngineClient::stateChanged, this, &RunStatus::refresh);
    connect(client_, &EngineClient::failed, this, &RunStatus::refresh);
    refresh();
}

void RunStatus::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        fixWidths();
        refresh();
    }
    QWidget::changeEvent(event);
}

void RunStatus::fixWidths() {
    static const QRegularExpression anyDigit(QStringLiteral("\\d"));
    const auto fit = [this](QLabel* label, const QStringList& longest) {
        int width = 0;
        for (const QString& text : longest)
            for (char digit = '0'; digit <= '9'; ++digit) { // not all are as wide
                QString filled = text;
                width = std::max(width, fontMetrics().horizontalAdvance(filled.replace(anyDigit, QChar(digit))));
            }
        label->setMinimumWidth(width + 2); // a label rounds up
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        QSizePolicy policy = label->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        label->setSizePolicy(policy);
    };
    fit(epoch_, {tr("Epoch %L1 of %L2").arg(100).arg(100), tr("Paused at step %L1").arg(100000)});
    fit(speed_, {tr("%L1 tokens/s").arg(100000)});
    fit(left_, {tr("%1 left").arg(durationText(36000))});
}

QString RunStatus::phaseText() const {
    switch (phase_.value_or(client_->opening().builtIn ? Phase::Generating : Phase::Reading)) {
    case Phase::Generating:
        return tr("Making sentence pairs…");
    case Phase::Segmenting:
        return tr("Cutting into tokens…");
    case Phase::Aligning:
        return tr("Aligning words…");
    default:
        return tr("Reading…");
    }
}

void RunStatus::refresh() {
    if (const auto corpus = client_->corpus())
        corpus_->setText(
            tr("%1: %2 pairs").arg(corpusName(*corpus), QLocale().toString(static_cast<qlonglong>(corpus->pairs))));
    else
        corpus_->setText(client_->task() == Task::OpenCorpus ? phaseText() : tr("No corpus is open"));

    const bool training = client_->task() == Task::Train;
    if (training && !training_) {
        last_ = {};
        phase_.reset();
    }
    training_ = training;
    hasRun_ = hasRun_ || training;
    const bool shown = hasRun_;
    progress_->setVisible(shown && last_.step > 0);
    speed_->setVisible(training && last_.step > 0);
    left_->setVisible(training && last_.step > 0 && last_.secondsLeft >= 0);
    epoch_->setVisible(shown);
    if (!shown)
        return;
    QString epoch = last_.step > 0 ? tr("Epoch %L1 of %L2").arg(last_.epoch).arg(last_.epochs)
                    : phase_       ? phaseText()
                                   : tr("Starting…");
    if (!training)
        epoch = tr("Ended at step %L1").arg(last_.step);
    else if (client_->isPaused())
        epoch = last_.step > 0 ? tr("Paused at step %L1").arg(last_.step) : tr("Paused");
    epoch_->setText(epoch);
    const double epochShare =
        last_.stepsInEpoch > 0 ? static_cast<double>(last_.stepInEpoch) / static_cast<double>(last_.stepsInEpoch) : 0;
    progress_->setValue(static_cast<int>(last_.progress * 1000));
    progress_->setToolTip(tr("%1 % of the run, %2 % of this epoch (step %L3)")
                              .arg(std::lround(last_.progress * 100))
                              .arg(std::lround(epochShare * 100))
                              .arg(last_.step));
    progress_->setAccessibleName(tr("Progress of the run"));
    speed_->setText(tr("%L1 tokens/s").arg(std::llround(last_.tokensPerSecond)));
    left_->setText(tr("%1 left").arg(durationText(last_.secondsLeft)));
}

} // namespace zhuyi
