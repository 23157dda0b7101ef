#pragma once

#include "ui/translation/AskingPage.h"

class QCheckBox;
class QLabel;
class QSpinBox;
class QToolButton;

namespace zhuyi {

class BeamView;
class ElidedLabel;

/// What the beam search weighed, step by step, as a tree.
class BeamPage : public AskingPage {
    Q_OBJECT
  public:
    explicit BeamPage(EngineClient* client, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    bool saysTranslation() const override { return true; }

    BeamView* beam() const { return view_; }

  protected:
    void ask() override;
    void take(const TranslationPtr& translation) override;
    void forget() override;
    void outdate() override;
    void retranslate() override;

  private:
    void showTree();
    void updateTexts();

    BeamView* view_;
    QLabel *sizeLabel_, *legend_;
    QSpinBox* size_;
    QCheckBox* pruned_;
    QToolButton *smaller_, *larger_, *fit_;
    ElidedLabel* readout_;
    TranslationPtr shown_;
    bool isFitted_ = false; // the first tree of a sentence is shown as a whole where that can be read
};

} // namespace zhuyi
