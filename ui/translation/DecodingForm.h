#pragma once

#include "engine/session/DecodingOptions.h"

#include <QFrame>

#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace zhuyi {

/// The options of decoding, to be shown below a button: first the way to decode, then what that way needs.
class DecodingForm : public QFrame {
    Q_OBJECT
  public:
    enum class Way { Greedy, Beam, Sampling };

    /// Begins with what the user chose last.
    explicit DecodingForm(QWidget* parent = nullptr);

    /// What the fields say, without the options that the chosen way leaves aside.
    DecodingOptions options() const;
    Way way() const;
    /// Such as "Beam 5".
    QString summary() const;
    /// Opens below the button, above it where there is no room.
    void openAt(const QWidget* button);
    /// Draws with another seed.
    void drawAgain();

  Q_SIGNALS:
    void optionsChanged(const zhuyi::DecodingOptions& options);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Field {
        const DecodingOptionInfo* info;
        QWidget* editor;
        QLabel* label; // null where the editor bears its own
    };
    QWidget* makeEditor(const DecodingOptionInfo& info);
    Field* field(const char* name);
    void put(const DecodingOptions& options);
    void edited();
    void store() const;
    void restore();
    void showFields();
    void retranslate();

    QFormLayout* form_;
    QComboBox* way_;
    QLabel *wayLabel_, *explanation_;
    QPushButton* reset_;
    std::vector<Field> fields_;
    DecodingOptions values_; // of all fields
    bool isPutting_ = false;
};

} // namespace zhuyi
