#pragma once

#include "engine/session/Settings.h"

#include <QDialog>

#include <optional>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;

namespace zhuyi {

/// The settings of the next run, one editor for each of settingInfos(), with the presets on top.
class RunSettingsDialog : public QDialog {
    Q_OBJECT
  public:
    /// `tokenised`: the settings of the corpus at hand, to say when it must be tokenised anew.
    RunSettingsDialog(const Settings& settings, const std::optional<Settings>& tokenised, QWidget* parent = nullptr);

    Settings settings() const;
    /// That a run is under way, whose settings these no longer are.
    void tellOfRun();

    /// A preset's name as people see it.
    static QString presetLabel(const std::string& name);
    /// A score function, or another choice of a setting, as people see it.
    static QString choiceLabel(const std::string& choice);
    /// What a setting's 0 means, where it is no number like the others; else empty.
    static QString zeroLabel(const SettingInfo& info);
    /// The preset with what it doesn't decide (direction, seed, threads, device, guided attention that is switched on)
    /// left as in `present`.
    static Settings withPreset(const std::string& name, const Settings& present);
    /// The preset with these settings, whatever they say of those; "" where it is none.
    static std::string presetNameOf(const Settings& settings);
    static Settings withGuidedAttention(bool guided, const Settings& present);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QWidget* makeGroup(SettingGroup group, const QString& title);
    QWidget* makeEditor(const SettingInfo& info);
    void fill(const Settings& settings);
    void edited();
    void explain(const SettingInfo& info);

    struct Row {
        const SettingInfo* info;
        QWidget* label;
        QWidget* editor;
    };
    Settings base_;
    std::optional<Settings> tokenised_;
    std::vector<Row> rows_;
    QComboBox* preset_;
    QLabel* hint_;
    QLabel* explanation_;
    QLabel* tokeniseAnew_;
    bool showing_ = false;
};

} // namespace zhuyi
