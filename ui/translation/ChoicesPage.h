#pragma once

#include "ui/translation/AskingPage.h"

#include <set>
#include <string>
#include <vector>

class QLabel;
class QToolButton;

namespace zhuyi {

class ChoicesView;
class ElidedLabel;

/// What else the model might have written at each word, and what it says when another word is taken there.
class ChoicesPage : public AskingPage {
    Q_OBJECT
  public:
    explicit ChoicesPage(EngineClient* client, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    bool saysTranslation() const override { return true; }
    void setPointed(int row, int column) override;

    ChoicesView* choices() const { return view_; }

  protected:
    void ask() override;
    void take(const TranslationPtr& translation) override;
    void forget() override;
    void retranslate() override;

  private:
    /// What the user has chosen so far: the beginning that it makes, and in which rows.
    struct Beginning {
        std::vector<std::string> tokens;
        std::set<int> taken;
    };
    void takeWord(int row, const std::string& token);
    void undo();
    void reset();
    void updateTexts();

    ChoicesView* view_;
    ElidedLabel *now_, *own_;
    QLabel* probability_;
    QToolButton *undo_, *reset_;
    std::vector<Beginning> beginnings_; // the newest last
    TranslationPtr shown_;
    QString ownText_; // what the model writes by itself
};

} // namespace zhuyi
