#include "ui/translation/DecodingForm.h"

#include "ui/training/NumberBox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cstring>

namespace zhuyi {

namespace {

constexpr std::int64_t usualBeam = 5, usualBest = 3;
constexpr double usualTemperature = 0.8;

QString translated(const char* text) {
    return QCoreApplication::translate("Settings", text);
}

/// What the fields begin with, for the time that their way is chosen.
DecodingOptions usualValues() {
    DecodingOptions options;
    options.beam_size = usualBeam;
    options.n_best = usualBest;
    options.temperature = usualTemperature;
    return options;
}

bool belongsTo(const char* name, DecodingForm::Way way) {
    const auto is = [name](const char* other) { return std::strcmp(name, other) == 0; };
    if (is("beam_size") || is("n_best") || is("length_penalty") || is("coverage_penalty"))
        return way == DecodingForm::Way::Beam;
    if (is("temperature") || is("top_k") || is("seed"))
        return way == DecodingForm::Way::Sampling;
    return true;
}

QString key(const char* name) {
    return QStringLiteral("decoding/") + QLatin1String(name);
}

} // namespace

DecodingForm::DecodingForm(QWidget* parent)
    : QFrame(parent, Qt::Popup), form_(new QFormLayout), way_(new QComboBox), wayLabel_(new QLabel),
      explanation_(new QLabel), reset_(new QPushButton), values_(usualValues()) {
    setFrameShape(QFrame::StyledPanel);
    setObjectName(QStringLiteral("decodingForm"));
    way_->setObjectName(QStringLiteral("decodingWay"));
    way_->addItems({{}, {}, {}});
    wayLabel_->setBuddy(way_);
    explanation_->setWordWrap(true);
    explanation_->setForegroundRole(QPalette::PlaceholderText);
    explanation_->setMinimumWidth(300);
    form_->addRow(wayLabel_, way_);
    form_->addRow(explanation_);
    for (const DecodingOptionInfo& info : decodingOptionInfos()) {
        QWidget* editor = makeEditor(info);
        editor->setObjectName(QString::fromLatin1(info.name));
        QLabel* label = nullptr;
        if (qobject_cast<QCheckBox*>(editor)) {
            form_->addRow(editor);
        } else {
            label = new QLabel;
            label->setBuddy(editor);
            form_->addRow(label, editor);
        }
        fields_.push_back({&info, editor, label});
    }
    auto* column = new QVBoxLayout(this);
    column->addLayout(form_);
    column->addWidget(reset_, 0, Qt::AlignRight);
    column->setSizeConstraint(QLayout::SetFixedSize);

    restore();
    connect(way_, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        edited();
    });
    connect(reset_, &QPushButton::clicked, this, [this] {
        {
            const QSignalBlocker blocker(way_);
            way_->setCurrentIndex(static_cast<int>(Way::Greedy));
        }
        put(usualValues());
        showFields();
        edited();
    });
    retranslate();
    showFields();
}

QWidget* DecodingForm::makeEditor(const DecodingOptionInfo& info) {
    if (std::holds_alternative<bool DecodingOptions::*>(info.member)) {
        auto* box = new QCheckBox;
        connect(box, &QCheckBox::toggled, this, &DecodingForm::edited);
        return box;
    }
    if (std::holds_alternative<double DecodingOptions::*>(info.member)) {
        auto* box = new NumberBox(info.least, info.greatest);
        box->setSingleStep(0.1);
        box->setStepType(QAbstractSpinBox::DefaultStepType);
        box->setKeyboardTracking(false);
        connect(box, &QDoubleSpinBox::valueChanged, this, &DecodingForm::edited);
        return box;
    }
    auto* box = new QSpinBox;
    box->setRange(static_cast<int>(info.least), static_cast<int>(info.greatest));
    box->setKeyboardTracking(false);
    connect(box, &QSpinBox::valueChanged, this, &DecodingForm::edited);
    return box;
}

DecodingForm::Field* DecodingForm::field(const char* name) {
    const auto found = std::find_if(fields_.begin(), fields_.end(),
                                    [name](const Field& one) { return std::strcmp(one.info->name, name) == 0; });
    return found == fields_.end() ? nullptr : &*found;
}

void DecodingForm::put(const DecodingOptions& options) {
    isPutting_ = true;
    values_ = options;
    for (const Field& one : fields_) {
        if (const auto* whole = std::get_if<std::int64_t DecodingOptions::*>(&one.info->member))
            static_cast<QSpinBox*>(one.editor)->setValue(static_cast<int>(options.*(*whole)));
        else if (const auto* real = std::get_if<double DecodingOptions::*>(&one.info->member))
            static_cast<NumberBox*>(one.editor)->setValue(options.*(*real));
        else
            static_cast<QCheckBox*>(one.editor)
                ->setChecked(options.*std::get<bool DecodingOptions::*>(one.info->member));
    }
    isPutting_ = false;
}

void DecodingForm::edited() {
    if (isPutting_)
        return;
    for (const Field& one : fields_) {
        if (const auto* whole = std::get_if<std::int64_t DecodingOptions::*>(&one.info->member))
            values_.*(*whole) = static_cast<QSpinBox*>(one.editor)->value();
        else if (const auto* real = std::get_if<double DecodingOptions::*>(&one.info->member))
            values_.*(*real) = static_cast<NumberBox*>(one.editor)->value();
        else
            values_.*std::get<bool DecodingOptions::*>(one.info->member) =
                static_cast<QCheckBox*>(one.editor)->isChecked();
    }
    store();
    Q_EMIT optionsChanged(options());
}

DecodingForm::Way DecodingForm::way() const {
    return static_cast<Way>(way_->currentIndex());
}

DecodingOptions DecodingForm::options() const {
    DecodingOptions options = values_;
    const DecodingOptions none;
    if (way() != Way::Beam) {
        options.beam_size = none.beam_size;
        options.n_best = none.n_best;
    }
    if (way() != Way::Sampling) {
        options.temperature = none.temperature;
        options.top_k = none.top_k;
        options.seed = none.seed;
    }
    options.n_best = std::min(options.n_best, options.beam_size);
    return options;
}

QString DecodingForm::summary() const {
    switch (way()) {
    case Way::Beam:
        return tr("Beam %1").arg(values_.beam_size);
    case Way::Sampling:
        return tr("Sampling %1").arg(values_.temperature);
    default:
        //: Greedy decoding
        return tr("Greedy");
    }
}

void DecodingForm::openAt(const QWidget* opener) {
    adjustSize();
    const QRect button(opener->mapToGlobal(QPoint()), opener->size());
    const QRect room = opener->screen()->availableGeometry();
    const QSize size = sizeHint();
    const bool fits = button.bottom() + size.height() <= room.bottom();
    const int x = std::max(room.left(), std::min(button.left(), room.right() - size.width()));
    move(x, fits ? button.bottom() + 1 : std::max(room.top(), button.top() - size.height()));
    show();
    way_->setFocus();
}

void DecodingForm::drawAgain() {
    auto* seed = static_cast<QSpinBox*>(field("seed")->editor);
    seed->setValue(seed->value() == seed->maximum() ? seed->minimum() : seed->value() + 1);
}

// Kept from one start to the next

void DecodingForm::store() const {
    QSettings settings;
    settings.setValue(key("way"), way_->currentIndex());
    for (const Field& one : fields_) {
        if (const auto* whole = std::get_if<std::int64_t DecodingOptions::*>(&one.info->member))
            settings.setValue(key(one.info->name), static_cast<qlonglong>(values_.*(*whole)));
        else if (const auto* real = std::get_if<double DecodingOptions::*>(&one.info->member))
            settings.setValue(key(one.info->name), values_.*(*real));
        else
            settings.setValue(key(one.info->name), values_.*std::get<bool DecodingOptions::*>(one.info->member));
    }
}

void DecodingForm::restore() {
    const QSettings settings;
    DecodingOptions options = usualValues();
    for (const Field& one : fields_) {
        const QVariant value = settings.value(key(one.info->name));
        if (!value.isValid())
            continue;
        const double number = std::clamp(value.toDouble(), one.info->least, one.info->greatest);
        if (const auto* whole = std::get_if<std::int64_t DecodingOptions::*>(&one.info->member))
            options.*(*whole) = static_cast<std::int64_t>(number);
        else if (const auto* real = std::get_if<double DecodingOptions::*>(&one.info->member))
            options.*(*real) = number;
        else
            options.*std::get<bool DecodingOptions::*>(one.info->member) = value.toBool();
    }
    const QSignalBlocker blocker(way_);
    way_->setCurrentIndex(std::clamp(settings.value(key("way")).toInt(), 0, 2));
    put(options);
}

// What is seen

void DecodingForm::showFields() {
    for (const Field& one : fields_) {
        const bool shown = belongsTo(one.info->name, way());
        one.editor->setVisible(shown);
        if (one.label)
            one.label->setVisible(shown);
    }
    // 1 would be greedy decoding, and 0 would draw nothing.
    static_cast<QSpinBox*>(field("beam_size")->editor)->setMinimum(2);
    static_cast<NumberBox*>(field("temperature")->editor)->setMinimum(0.01);
    explanation_->setText(
        way() == Way::Beam ? tr("Several unfinished translations are kept at each step; the best finished one wins.")
        : way() == Way::Sampling ? tr("Each word is drawn at random, the probable ones more often.")
                                 : tr("The most probable word is taken at each step (greedy search)."));
}

void DecodingForm::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DecodingForm::retranslate() {
    wayLabel_->setText(tr("Decoding"));
    way_->setItemText(static_cast<int>(Way::Greedy), tr("Most probable word"));
    way_->setItemText(static_cast<int>(Way::Beam), tr("Beam search"));
    way_->setItemText(static_cast<int>(Way::Sampling), tr("Sampling"));
    way_->setAccessibleName(tr("Decoding"));
    //: Button: back to the usual options of decoding
    reset_->setText(tr("Defaults"));
    for (const Field& one : fields_) {
        const QString label = translated(one.info->label);
        if (one.label)
            one.label->setText(label);
        else
            static_cast<QCheckBox*>(one.editor)->setText(label);
        one.editor->setAccessibleName(label);
        one.editor->setToolTip(translated(one.info->explanation));
        if (auto* box = qobject_cast<QSpinBox*>(one.editor); box && one.info->least == 0 && one.info->greatest > 0) {
            if (std::strcmp(one.info->name, "top_k") == 0)
                //: Draw from all words
                box->setSpecialValueText(tr("all words"));
            else if (std::strcmp(one.info->name, "block_repeats") == 0)
                //: Repeats are not blocked
                box->setSpecialValueText(tr("off"));
        }
    }
    showFields();
}

} // namespace zhuyi
