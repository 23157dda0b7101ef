#include "ui/attention/ProbePicker.h"

#include "ui/attention/ProbeList.h"
#include "ui/shell/Fonts.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zhuyi {

ProbePicker::ProbePicker(const std::vector<SentencePair>& offered, const std::vector<SentencePair>& chosen,
                         bool sourceIsChinese, QWidget* parent)
    : QDialog(parent), sourceIsChinese_(sourceIsChinese), search_(new QLineEdit), source_(new QLineEdit),
      target_(new QLineEdit), list_(new QListWidget), count_(new QLabel), typeLabel_(new QLabel),
      add_(new QPushButton) {
    setFont(Fonts::withChinese(font()));
    resize(620, 480);

    // What is chosen stands on top, then the dev set without it.
    const auto same = [](const SentencePair& x, const SentencePair& y) {
        return x.chinese == y.chinese && x.english == y.english;
    };
    for (const SentencePair& pair : chosen)
        insert(list_->count(), pair, true);
    for (const SentencePair& pair : offered)
        if (std::none_of(chosen.begin(), chosen.end(), [&](const SentencePair& other) { return same(pair, other); }))
            insert(list_->count(), pair, false);
    list_->setTextElideMode(Qt::ElideRight);
    list_->setUniformItemSizes(true);
    list_->setAlternatingRowColors(true);
    search_->setClearButtonEnabled(true);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    accept_ = buttons->button(QDialogButtonBox::Ok);
    add_->setAutoDefault(false);

    auto* own = new QGridLayout;
    own->addWidget(typeLabel_, 0, 0, 1, 2);
    own->addWidget(source_, 1, 0);
    own->addWidget(target_, 2, 0);
    own->addWidget(add_, 1, 1, 2, 1, Qt::AlignVCenter);
    auto* column = new QVBoxLayout(this);
    column->addWidget(search_);
    column->addWidget(list_, 1);
    column->addWidget(count_);
    column->addLayout(own);
    column->addWidget(buttons);

    connect(search_, &QLineEdit::textChanged, this, &ProbePicker::filter);
    connect(list_, &QListWidget::itemChanged, this, &ProbePicker::update);
    connect(source_, &QLineEdit::textChanged, this, &ProbePicker::update);
    connect(source_, &QLineEdit::returnPressed, this, &ProbePicker::addTyped);
    connect(target_, &QLineEdit::returnPressed, this, &ProbePicker::addTyped);
    connect(add_, &QPushButton::clicked, this, &ProbePicker::addTyped);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT sentencesChosen(this->chosen()); });
    retranslate();
}

std::vector<SentencePair> ProbePicker::chosen() const {
    std::vector<SentencePair> result;
    for (int row = 0; row < list_->count(); ++row)
        if (list_->item(row)->checkState() == Qt::Checked)
            result.push_back(pairs_[list_->item(row)->data(Qt::UserRole).toUInt()]);
    return result;
}

QListWidgetItem* ProbePicker::insert(int row, const SentencePair& pair, bool checked) {
    const QString source = QString::fromStdString(ProbeList::source(pair, sourceIsChinese_));
    const QString target = QString::fromStdString(ProbeList::target(pair, sourceIsChinese_));
    auto* item = new QListWidgetItem(target.isEmpty() ? source : source + QStringLiteral("    ") + target);
    item->setToolTip(target.isEmpty() ? source : source + u'\n' + target);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setData(Qt::UserRole, static_cast<uint>(pairs_.size()));
    item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
    pairs_.push_back(pair);
    list_->insertItem(row, item);
    return item;
}

void ProbePicker::addTyped() {
    const std::string source = source_->text().simplified().toStdString();
    const std::string target = target_->text().simplified().toStdString();
    if (source.empty())
        return;
    SentencePair pair;
    pair.chinese = sourceIsChinese_ ? source : target;
    pair.english = sourceIsChinese_ ? target : source;
    search_->clear();
    list_->scrollToItem(insert(0, pair, true));
    source_->clear();
    target_->clear();
    source_->setFocus();
    update();
}

void ProbePicker::filter(const QString& words) {
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    for (int row = 0; row < list_->count(); ++row) {
        const QString text = list_->item(row)->text();
        list_->item(row)->setHidden(!std::all_of(wanted.begin(), wanted.end(), [&text](const QString& word) {
            return text.contains(word, Qt::CaseInsensitive);
        }));
    }
}

void ProbePicker::update() {
    const int count = static_cast<int>(chosen().size());
    count_->setText(tr("%1 chosen, at most %2").arg(count).arg(ProbeList::most));
    accept_->setEnabled(count <= ProbeList::most);
    add_->setEnabled(!source_->text().trimmed().isEmpty());
}

void ProbePicker::keyPressEvent(QKeyEvent* event) {
    // Return in a text field adds what was typed; it must not close the dialog on the way.
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || !qobject_cast<QLineEdit*>(focusWidget()))
        QDialog::keyPressEvent(event);
}

void ProbePicker::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProbePicker::retranslate() {
    setWindowTitle(tr("Sentences to watch"));
    search_->setPlaceholderText(tr("Search the validation set"));
    search_->setAccessibleName(search_->placeholderText());
    list_->setAccessibleName(tr("Sentences of the validation set"));
    typeLabel_->setText(tr("Or type your own:"));
    source_->setPlaceholderText(sourceIsChinese_ ? tr("A Chinese sentence") : tr("An English sentence"));
    source_->setAccessibleName(source_->placeholderText());
    target_->setPlaceholderText(sourceIsChinese_
                                    ? tr("Its English translation (or nothing: the model writes its own)")
                                    : tr("Its Chinese translation (or nothing: the model writes its own)"));
    target_->setAccessibleName(target_->placeholderText());
    add_->setText(tr("Add"));
    update();
}

} // namespace zhuyi
