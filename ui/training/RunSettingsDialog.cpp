#include "ui/training/RunSettingsDialog.h"

#include "engine/session/TokenizerKind.h"
#include "ui/client/PlainNumber.h"
#include "ui/training/NumberBox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLocale>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QVBoxLayout>

namespace zhuyi {

namespace {

/// As large as what is in it where the screen has room for that, and scrolled where it has not.
class WholeArea : public QScrollArea {
  public:
    WholeArea() {
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
    }
    QSize sizeHint() const override { return widget()->sizeHint(); }
};

constexpr double guidedAttention = 1; // where it is simply switched on: as much as the loss of the words

QString translated(const char* text) {
    return QCoreApplication::translate("Settings", text);
}

/// What the numbers of a setting count, behind the number.
QString unitOf(const SettingInfo& info, int number) {
    struct Unit {
        const char *setting, *one, *many;
    };
    static constexpr Unit units[] = {
        {"vocabulary_size", QT_TRANSLATE_NOOP("Units", "token"), QT_TRANSLATE_NOOP("Units", "tokens")},
        {"minimum_count", QT_TRANSLATE_NOOP("Units", "time"), QT_TRANSLATE_NOOP("Units", "times")},
        {"max_length", QT_TRANSLATE_NOOP("Units", "token"), QT_TRANSLATE_NOOP("Units", "tokens")},
        {"embedding_size", QT_TRANSLATE_NOOP("Units", "dimension"), QT_TRANSLATE_NOOP("Units", "dimensions")},
        {"hidden_size", QT_TRANSLATE_NOOP("Units", "unit"), QT_TRANSLATE_NOOP("Units", "units")},
        {"encoder_layers", QT_TRANSLATE_NOOP("Units", "layer"), QT_TRANSLATE_NOOP("Units", "layers")},
        {"decoder_layers", QT_TRANSLATE_NOOP("Units", "layer"), QT_TRANSLATE_NOOP("Units", "layers")},
        {"attention_size", QT_TRANSLATE_NOOP("Units", "dimension"), QT_TRANSLATE_NOOP("Units", "dimensions")},
        {"warmup_steps", QT_TRANSLATE_NOOP("Units", "step"), QT_TRANSLATE_NOOP("Units", "steps")},
        {"decay_patience", QT_TRANSLATE_NOOP("Units", "epoch"), QT_TRANSLATE_NOOP("Units", "epochs")},
        {"batch_size", QT_TRANSLATE_NOOP("Units", "pair"), QT_TRANSLATE_NOOP("Units", "pairs")},
        {"batch_tokens", QT_TRANSLATE_NOOP("Units", "token"), QT_TRANSLATE_NOOP("Units", "tokens")},
        {"patience", QT_TRANSLATE_NOOP("Units", "epoch"), QT_TRANSLATE_NOOP("Units", "epochs")},
        {"dropout_epochs", QT_TRANSLATE_NOOP("Units", "epoch"), QT_TRANSLATE_NOOP("Units", "epochs")},
        {"epochs", QT_TRANSLATE_NOOP("Units", "epoch"), QT_TRANSLATE_NOOP("Units", "epochs")},
        {"validate_every", QT_TRANSLATE_NOOP("Units", "step"), QT_TRANSLATE_NOOP("Units", "steps")},
        {"threads", QT_TRANSLATE_NOOP("Units", "core"), QT_TRANSLATE_NOOP("Units", "cores")}};
    for (const Unit& unit : units)
        if (QLatin1String(info.name) == QLatin1String(unit.setting))
            return QCoreApplication::translate("Units", number == 1 ? unit.one : unit.many);
    return {};
}

/// "1 to 4,096 pairs", of numbers.
QString rangeText(const SettingInfo& info) {
    if (info.greatest <= info.least)
        return {};
    const auto text = [&](double value) {
        return std::holds_alternative<std::int64_t Settings::*>(info.member)
                   ? QLocale().toString(static_cast<qlonglong>(value))
                   : plainNumber(value, 6);
    };
    return RunSettingsDialog::tr("%1 to %2 %3")
        .arg(text(info.least), text(info.greatest), unitOf(info, static_cast<int>(info.greatest)))
        .trimmed();
}

} // namespace

QString RunSettingsDialog::choiceLabel(const std::string& choice) {
    static const std::pair<const char*, const char*> labels[] = {
        {"zh-en", QT_TRANSLATE_NOOP("Choices", "Chinese → English")},
        {"en-zh", QT_TRANSLATE_NOOP("Choices", "English → Chinese")},
        {"character", QT_TRANSLATE_NOOP("Choices", "characters")},
        {"word", QT_TRANSLATE_NOOP("Choices", "words")},
        {"subword", QT_TRANSLATE_NOOP("Choices", "subwords")},
        {"mixed", QT_TRANSLATE_NOOP("Choices", "Chinese characters, English subwords")},
        {"whitespace", QT_TRANSLATE_NOOP("Choices", "at white space")},
        {"additive", QT_TRANSLATE_NOOP("Choices", "additive")},
        {"scaled_dot", QT_TRANSLATE_NOOP("Choices", "scaled dot product")},
        {"dot", QT_TRANSLATE_NOOP("Choices", "dot product")},
        {"general", QT_TRANSLATE_NOOP("Choices", "general")},
        {"none", QT_TRANSLATE_NOOP("Choices", "none")},
        {"unigram", QT_TRANSLATE_NOOP("Choices", "unigram model")},
        {"bpe", QT_TRANSLATE_NOOP("Choices", "byte-pair encoding")},
        {"kept", QT_TRANSLATE_NOOP("Choices", "kept")},
        {"lowered", QT_TRANSLATE_NOOP("Choices", "lowered")},
        {"sentence", QT_TRANSLATE_NOOP("Choices", "lowered at beginnings")},
        {"constant", QT_TRANSLATE_NOOP("Choices", "constant")},
        {"inverse_sqrt", QT_TRANSLATE_NOOP("Choices", "inverse square root")},
        {"linear", QT_TRANSLATE_NOOP("Choices", "linear to 0")},
        {"cosine", QT_TRANSLATE_NOOP("Choices", "cosine to 0")},
        {"plateau", QT_TRANSLATE_NOOP("Choices", "on plateau")},
        {"dev_loss", QT_TRANSLATE_NOOP("Choices", "validation loss")},
        {"bleu", QT_TRANSLATE_NOOP("Choices", "BLEU")},
        {"lstm", QT_TRANSLATE_NOOP("Choices", "LSTM")},
        {"gru", QT_TRANSLATE_NOOP("Choices", "GRU")},
        {"learnt", QT_TRANSLATE_NOOP("Choices", "learnt")},
        {"copied", QT_TRANSLATE_NOOP("Choices", "copied")},
        {"zero", QT_TRANSLATE_NOOP("Choices", "zero")},
        {"standard", QT_TRANSLATE_NOOP("Choices", "anew at each token")},
        {"variational", QT_TRANSLATE_NOOP("Choices", "variational")},
        {"recurrent", QT_TRANSLATE_NOOP("Choices", "variational, recurrent states too")},
        {"auto", QT_TRANSLATE_NOOP("Choices", "automatic")},
        {"cpu", QT_TRANSLATE_NOOP("Choices", "processor (CPU)")},
        {"cuda", QT_TRANSLATE_NOOP("Choices", "graphics card (CUDA)")}};
    for (const auto& [name, label] : labels)
        if (choice == name)
            return QCoreApplication::translate("Choices", label);
    return QString::fromStdString(choice);
}

QString RunSettingsDialog::zeroLabel(const SettingInfo& info) {
    const auto isOf = [&info](auto... members) { return ((info.member == SettingInfo::Member(members)) || ...); };
    if (isOf(&Settings::threads))
        return tr("all");
    if (isOf(&Settings::validate_every))
        return tr("automatic");
    if (isOf(&Settings::dropout_epochs))
        return tr("whole at once");
    if (isOf(&Settings::warmup_steps, &Settings::batch_tokens, &Settings::patience, &Settings::subword_sampling) ||
        (info.group == SettingGroup::Regularisation && std::holds_alternative<double Settings::*>(info.member)))
        return tr("off");
    return {};
}

QString RunSettingsDialog::presetLabel(const std::string& name) {
    if (name == "small")
        return tr("small (first look)");
    if (name == "standard")
        return tr("standard (better, slower)");
    if (name == "best")
        return tr("best (translates best)");
    if (name == "article")
        return tr("article (scaled dot product)");
    return name.empty() ? tr("custom") : QString::fromStdString(name);
}

Settings RunSettingsDialog::withPreset(const std::string& name, const Settings& present) {
    Settings settings = preset(name);
    settings.direction = present.direction;
    settings.seed = present.seed;
    settings.threads = present.threads;
    settings.device = present.device;
    if (present.guided_attention > 0) // asked for on its own
        settings.guided_attention = present.guided_attention;
    return settings;
}

std::string RunSettingsDialog::presetNameOf(const Settings& settings) {
    for (const std::string& name : presetNames()) {
        Settings like = settings;
        like.guided_attention = preset(name).guided_attention;
        if (presetOf(like) == name)
            return name;
    }
    return {};
}

Settings RunSettingsDialog::withGuidedAttention(bool guided, const Settings& present) {
    Settings settings = present;
    settings.guided_attention = guided ? guidedAttention : 0;
    return settings;
}

RunSettingsDialog::RunSettingsDialog(const Settings& settings, const std::optional<Settings>& tokenised,
                                     QWidget* parent)
    : QDialog(parent), base_(settings), tokenised_(tokenised) {
    setWindowTitle(tr("Settings of the run"));

    preset_ = new QComboBox;
    preset_->setObjectName(QStringLiteral("preset"));
    for (const std::string& name : presetNames())
        preset_->addItem(presetLabel(name), QString::fromStdString(name));
    preset_->addItem(presetLabel({}), QString());
    connect(preset_, &QComboBox::activated, this, [this] {
        const std::string name = preset_->currentData().toString().toStdString();
        if (!name.empty())
            fill(withPreset(name, this->settings()));
    });
    auto* presetName = new QLabel(tr("&Preset"));
    presetName->setBuddy(preset_);
    hint_ = new QLabel(tr("A preset fills in everything below; what you change makes it your own."));
    hint_->setObjectName(QStringLiteral("hint"));
    hint_->setForegroundRole(QPalette::PlaceholderText);
    auto* top = new QHBoxLayout;
    top->addWidget(presetName);
    top->addWidget(preset_);
    top->addWidget(hint_, 1);

    auto* left = new QVBoxLayout;
    left->addWidget(makeGroup(SettingGroup::Text, tr("Text")));
    left->addWidget(makeGroup(SettingGroup::Rate, tr("Learning rate")));
    left->addStretch();
    auto* middle = new QVBoxLayout;
    middle->addWidget(makeGroup(SettingGroup::Network, tr("Network")));
    middle->addWidget(makeGroup(SettingGroup::Machine, tr("Machine")));
    middle->addStretch();
    auto* right = new QVBoxLayout;
    right->addWidget(makeGroup(SettingGroup::Training, tr("Training")));
    right->addWidget(makeGroup(SettingGroup::Regularisation, tr("Regularisation")));
    right->addStretch();
    auto* all = new QWidget;
    auto* groups = new QHBoxLayout(all);
    groups->setContentsMargins(0, 0, 0, 0);
    groups->addLayout(left, 1);
    groups->addLayout(middle, 1);
    groups->addLayout(right, 1);
    auto* area = new WholeArea;
    area->setWidget(all);

    explanation_ = new QLabel;
    explanation_->setObjectName(QStringLiteral("explanation"));
    explanation_->setWordWrap(true);
    explanation_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    explanation_->setMinimumHeight(explanation_->fontMetrics().lineSpacing() * 2 + 4);
    tokeniseAnew_ =
        new QLabel(tr("The text settings differ from those of the open corpus: it will be tokenised anew at "
                      "the next start."));
    tokeniseAnew_->setObjectName(QStringLiteral("tokeniseAnew"));
    tokeniseAnew_->setWordWrap(true);
    QSizePolicy keepPlace = tokeniseAnew_->sizePolicy();
    keepPlace.setRetainSizeWhenHidden(true);
    tokeniseAnew_->setSizePolicy(keepPlace);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* bottom = new QHBoxLayout;
    bottom->addWidget(tokeniseAnew_, 1);
    bottom->addWidget(buttons);

    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(area, 1);
    layout->addWidget(explanation_);
    layout->addLayout(bottom);
    fill(settings);
    explain(*rows_.front().info);
    const QSize frame(4, 32); // as the desktop draws it, about
    QSize size = sizeHint();
    const QSize room = (parent ? parent->screen() : screen())->availableSize() - frame;
    if (size.height() > room.height())
        size.rwidth() += area->verticalScrollBar()->sizeHint().width();
    resize(size.boundedTo(room));
}

void RunSettingsDialog::tellOfRun() {
    hint_->setText(tr("A run is under way: what you change here is for the next one."));
}

QWidget* RunSettingsDialog::makeGroup(SettingGroup group, const QString& title) {
    auto* box = new QGroupBox(title);
    auto* grid = new QGridLayout(box);
    grid->setVerticalSpacing(3);
    for (const SettingInfo& info : settingInfos()) {
        if (info.group != group)
            continue;
        auto* label = new QLabel(translated(info.label));
        QWidget* editor = makeEditor(info);
        editor->setObjectName(QString::fromLatin1(info.name));
        editor->setAccessibleName(translated(info.label));
        label->setBuddy(editor);
        editor->setFocusPolicy(Qt::StrongFocus);
        for (QWidget* widget : {static_cast<QWidget*>(label), editor}) {
            widget->setToolTip(translated(info.explanation));
            widget->installEventFilter(this);
        }
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0);
        grid->addWidget(editor, row, 1);
        rows_.push_back({&info, label, editor});
    }
    grid->setColumnStretch(0, 1);
    return box;
}

QWidget* RunSettingsDialog::makeEditor(const SettingInfo& info) {
    struct Make {
        const SettingInfo& info;
        RunSettingsDialog* dialog;
        QWidget* operator()(std::string Settings::*) const {
            auto* combo = new QComboBox;
            for (const char* choice : info.choices)
                combo->addItem(choiceLabel(choice), QString::fromLatin1(choice));
            connect(combo, &QComboBox::currentIndexChanged, dialog, &RunSettingsDialog::edited);
            return combo;
        }
        QWidget* operator()(std::int64_t Settings::*) const {
            auto* box = new QSpinBox;
            box->setRange(static_cast<int>(info.least), static_cast<int>(info.greatest));
            if (info.greatest >= 4096)
                box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
            const auto sayUnit = [box, &info = info](int number) {
                if (const QString unit = unitOf(info, number); !unit.isEmpty())
                    box->setSuffix(QLatin1Char(' ') + unit);
            };
            sayUnit(box->value());
            connect(box, &QSpinBox::valueChanged, box, sayUnit);
            box->setSpecialValueText(zeroLabel(info));
            connect(box, &QSpinBox::valueChanged, dialog, &RunSettingsDialog::edited);
            return box;
        }
        QWidget* operator()(double Settings::*) const {
            auto* box = new NumberBox(info.least, info.greatest);
            if (info.least == 0) { // a step in proportion to 0 would lead nowhere
                box->setStepType(QAbstractSpinBox::DefaultStepType);
                box->setSingleStep(info.greatest > 100 ? 1 : info.greatest > 1 ? 0.25 : 0.05);
                box->setSpecialValueText(zeroLabel(info));
            }
            connect(box, &QDoubleSpinBox::valueChanged, dialog, &RunSettingsDialog::edited);
            return box;
        }
        QWidget* operator()(bool Settings::*) const {
            auto* box = new QCheckBox;
            connect(box, &QCheckBox::toggled, dialog, &RunSettingsDialog::edited);
            return box;
        }
    };
    return std::visit(Make{info, this}, info.member);
}

void RunSettingsDialog::fill(const Settings& settings) {
    struct Fill {
        const Settings& settings;
        QWidget* editor;
        void operator()(std::string Settings::*member) const {
            auto* combo = qobject_cast<QComboBox*>(editor);
            combo->setCurrentIndex(combo->findData(QString::fromStdString(settings.*member)));
        }
        void operator()(std::int64_t Settings::*member) const {
            qobject_cast<QSpinBox*>(editor)->setValue(static_cast<int>(settings.*member));
        }
        void operator()(double Settings::*member) const {
            qobject_cast<QDoubleSpinBox*>(editor)->setValue(settings.*member);
        }
        void operator()(bool Settings::*member) const {
            qobject_cast<QCheckBox*>(editor)->setChecked(settings.*member);
        }
    };
    showing_ = true;
    for (const Row& row : rows_)
        std::visit(Fill{settings, row.editor}, row.info->member);
    showing_ = false;
    edited();
}

Settings RunSettingsDialog::settings() const {
    struct Take {
        Settings& settings;
        QWidget* editor;
        void operator()(std::string Settings::*member) const {
            settings.*member = qobject_cast<QComboBox*>(editor)->currentData().toString().toStdString();
        }
        void operator()(std::int64_t Settings::*member) const {
            settings.*member = qobject_cast<QSpinBox*>(editor)->value();
        }
        void operator()(double Settings::*member) const {
            settings.*member = qobject_cast<QDoubleSpinBox*>(editor)->value();
        }
        void operator()(bool Settings::*member) const {
            settings.*member = qobject_cast<QCheckBox*>(editor)->isChecked();
        }
    };
    Settings settings = base_;
    for (const Row& row : rows_)
        std::visit(Take{settings, row.editor}, row.info->member);
    if (settings.attention == "none")
        settings.guided_attention = 0;
    settings.joint_vocabulary = hasJointVocabulary(settings);
    return settings;
}

void RunSettingsDialog::edited() {
    if (showing_)
        return;
    const Settings now = settings();
    preset_->setCurrentIndex(preset_->findData(QString::fromStdString(presetNameOf(now))));
    bool anew = false;
    for (const Row& row : rows_) {
        if (row.info->group == SettingGroup::Text && tokenised_)
            anew = anew || settingText(now, *row.info) != settingText(*tokenised_, *row.info);
        if (row.info->member == SettingInfo::Member(&Settings::attention_size))
            row.editor->setEnabled(now.attention == "additive" || now.attention == "scaled_dot");
        if (row.info->member == SettingInfo::Member(&Settings::guided_attention))
            row.editor->setEnabled(now.attention != "none"); // there would be nothing to guide
        if (row.info->member == SettingInfo::Member(&Settings::decay_factor) ||
            row.info->member == SettingInfo::Member(&Settings::decay_patience))
            row.editor->setEnabled(now.schedule == "plateau");
        if (row.info->member == SettingInfo::Member(&Settings::subword_kind))
            row.editor->setEnabled(sourceTokenizerKind(now) == "subword" || targetTokenizerKind(now) == "subword");
        if (row.info->member == SettingInfo::Member(&Settings::batch_size))
            row.editor->setEnabled(now.batch_tokens == 0); // else steps are filled by tokens
        if (row.info->member == SettingInfo::Member(&Settings::joint_vocabulary))
            row.editor->setEnabled(hasSubwordsOnBothSides(now));
    }
    tokeniseAnew_->setVisible(anew);
}

void RunSettingsDialog::explain(const SettingInfo& info) {
    const QString range = rangeText(info);
    explanation_->setText(QStringLiteral("<b>%1</b> (<code>%2</code>): %3 %4")
                              .arg(translated(info.label).toHtmlEscaped(), QString::fromLatin1(info.name),
                                   translated(info.explanation).toHtmlEscaped(),
                                   range.isEmpty() ? QString() : tr("Range: %1.").arg(range)));
}

bool RunSettingsDialog::eventFilter(QObject* watched, QEvent* event) {
    // Who scrolls past a number does not mean to change it.
    if (event->type() == QEvent::Wheel && !qobject_cast<QWidget*>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn)
        for (const Row& row : rows_)
            if (row.editor == watched || row.label == watched)
                explain(*row.info);
    return QDialog::eventFilter(watched, event);
}

} // namespace zhuyi
