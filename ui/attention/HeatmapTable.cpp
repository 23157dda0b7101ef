#include "ui/attention/HeatmapTable.h"

#include "ui/attention/GoldShare.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

#include <string>
#include <vector>

namespace zhuyi {

using namespace Qt::StringLiterals;

namespace {

QString quoted(const std::string& token) {
    QString cell = QString::fromStdString(token);
    if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n'))
        cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    return cell;
}

template <class CellText>
void write(QString& text, const AttentionMap& map, const QString& corner, CellText cellText) {
    text += corner;
    for (const std::string& token : map.sourceTokens)
        text += u',' + quoted(token);
    text += u'\n';
    for (std::size_t row = 0; row < map.rows(); ++row) {
        text += quoted(map.targetTokens[row]);
        for (std::size_t column = 0; column < map.columns(); ++column)
            text += u',' + cellText(row, column);
        text += u'\n';
    }
}

QString number(double value) {
    return QString::number(value, 'g', 9); // nine digits bring a float back exactly
}

} // namespace

QByteArray heatmapTable(const AttentionMap& map) {
    QString text(QChar::ByteOrderMark); // spreadsheets take a table without it for GBK or Latin-1
    write(text, map, {},
          [&map](std::size_t row, std::size_t column) { return number(static_cast<double>(map.at(row, column))); });
    if (const auto share = goldShare(map)) {
        text += u'\n';
        write(text, map, u"gold"_s, [&map](std::size_t row, std::size_t column) {
            const GoldCell* cell = goldAt(map, static_cast<int>(row), static_cast<int>(column));
            return cell ? (cell->sure ? u"S"_s : u"P"_s) : QString();
        });
        text += u"\nattention_on_gold,"_s + number(*share) + u'\n';
    }
    return text.toUtf8();
}

QString heatmapCells(const AttentionMap& map) {
    const auto plain = [](const std::string& token) {
        return QString::fromStdString(token).replace(u'\t', u' ').replace(u'\n', u' ');
    };
    QString text;
    for (const std::string& token : map.sourceTokens)
        text += u'\t' + plain(token);
    text += u'\n';
    for (std::size_t row = 0; row < map.rows(); ++row) {
        text += plain(map.targetTokens[row]);
        for (std::size_t column = 0; column < map.columns(); ++column)
            text += u'\t' + number(static_cast<double>(map.at(row, column)));
        text += u'\n';
    }
    return text;
}

QByteArray heatmapJson(const AttentionMap& map) {
    const auto strings = [](const std::vector<std::string>& tokens) {
        QJsonArray array;
        for (const std::string& token : tokens)
            array.append(QString::fromStdString(token));
        return QJsonDocument(array).toJson(QJsonDocument::Compact);
    };
    QByteArray text = "{\n\"step\": " + QByteArray::number(static_cast<qlonglong>(map.step)) +
                      ",\n\"source_language\": \"" + (map.sourceIsChinese ? "zh" : "en") +
                      "\",\n\"source\": " + strings(map.sourceTokens) + ",\n\"target\": " + strings(map.targetTokens) +
                      ",\n\"weights\": [";
    for (std::size_t row = 0; row < map.rows(); ++row) {
        text += row == 0 ? "\n[" : ",\n[";
        for (std::size_t column = 0; column < map.columns(); ++column)
            text += (column == 0 ? "" : ", ") + number(static_cast<double>(map.at(row, column))).toLatin1();
        text += ']';
    }
    text += "\n]";
    if (map.gold) {
        text += ",\n\"gold\": [";
        const char* comma = "";
        for (const GoldCell& cell : *map.gold) {
            text += comma + QByteArray("\n{\"row\": ") + QByteArray::number(cell.row) +
                    ", \"column\": " + QByteArray::number(cell.column) +
                    ", \"sure\": " + (cell.sure ? "true" : "false") + '}';
            comma = ",";
        }
        text += "\n]";
        if (const auto share = goldShare(map))
            text += ",\n\"attention_on_gold\": " + number(*share).toLatin1();
    }
    return text + "\n}\n";
}

} // namespace zhuyi
