#pragma once

#include "engine/session/Event.h"

#include "ui/training/RunSeries.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QSlider;
class QStackedLayout;
class QTextBrowser;
class QTextDocument;
class QToolButton;

namespace zhuyi {

class EmptyPage;
class EngineClient;
class ExportButton;
class Exporter;
class PassingNote;

/// A few dev sentences, as the model translated them at each validation, with what changed since the one before marked:
/// either all of them at one validation, or one of them at all validations.
class SamplesPanel : public QWidget {
    Q_OBJECT
  public:
    explicit SamplesPanel(EngineClient* client, QWidget* parent = nullptr);

    static constexpr int mostValidations = 200; // of a longer run, every second, every fourth, …
    int validations() const { return static_cast<int>(validations_.size()); }

  public Q_SLOTS:
    void exportPicture();
    void exportNumbers();
    /// What the run has behind it that goes on next.
    void setEarlier(const zhuyi::RunSeries& earlier);
    /// The run of the model at hand, which was measured before.
    void showEarlier(const zhuyi::RunSeries& run);
    /// Shows the validation nearest to a step.
    void showStep(std::int64_t step);

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void begin(const TrainingStarted& event);
    void showRun(bool isAnother);
    void add(const ValidationReport& report);
    void thin();
    void updateSentences();
    void update();
    void retranslate();
    QString html() const;
    QString heading(std::size_t validation) const;
    QString marked(std::size_t validation, std::size_t sentence) const;

    EngineClient* client_;
    QStackedLayout* pages_;
    EmptyPage* empty_;
    QLabel *validationLabel_, *key_;
    PassingNote* note_;
    QComboBox* sentence_;
    QSlider* validation_;
    QToolButton *earlier_, *later_;
    ExportButton* exportButton_;
    QTextBrowser* text_;
    Exporter* exporter_;
    std::vector<ValidationReport> validations_; // those with samples
    std::vector<ValidationReport> before_;      // of the run that goes on next
    bool isStale_ = true;
    QString html_; // as it stands in text_
};

} // namespace zhuyi
