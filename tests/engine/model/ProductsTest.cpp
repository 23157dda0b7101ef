#include "engine/model/fast/Products.h"
#include "engine/model/fast/PackedWeight.h"

#include <QtTest>

#include <cmath>
#include <vector>

using namespace zhuyi::fast;

namespace {

/// A matrix among others: rows do not lie end to end.
struct Matrix {
    Matrix(std::int64_t rows, std::int64_t columns, int seed)
        : rows(rows), columns(columns), values(static_cast<std::size_t>(rows * (columns + 3))) {
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = static_cast<float>((i * 7919 + static_cast<std::size_t>(seed) * 104729) % 1009) / 1009 - 0.5F;
    }
    View view() { return {values.data(), rows, columns, columns + 3}; }
    /// Without gaps, as a weight and what it is multiplied by lie.
    View whole() { return {values.data(), rows, columns}; }

    std::int64_t rows, columns;
    std::vector<float> values;
};

Matrix zeros(std::int64_t rows, std::int64_t columns) {
    Matrix matrix(rows, columns, 0);
    matrix.values.assign(matrix.values.size(), 0.0F);
    return matrix;
}

using Element = double (*)(ConstView a, ConstView b, std::int64_t row, std::int64_t column, std::int64_t inner);
double plain(ConstView a, ConstView b, std::int64_t row, std::int64_t column, std::int64_t k) {
    return static_cast<double>(a.row(row)[k]) * b.row(k)[column];
}
double byTransposed(ConstView a, ConstView b, std::int64_t row, std::int64_t column, std::int64_t k) {
    return static_cast<double>(a.row(row)[k]) * b.row(column)[k];
}
double transposed(ConstView a, ConstView b, std::int64_t row, std::int64_t column, std::int64_t k) {
    return static_cast<double>(a.row(k)[row]) * b.row(k)[column];
}

/// Whether `out` is what `before` and the product make, to single precision.
bool isProduct(Element element, ConstView a, ConstView b, std::int64_t inner, ConstView before, ConstView out) {
    for (std::int64_t row = 0; row < out.rows; ++row)
        for (std::int64_t column = 0; column < out.columns; ++column) {
            double sum = before.row(row)[column];
            for (std::int64_t k = 0; k < inner; ++k)
                sum += element(a, b, row, column, k);
            if (!(std::abs(sum - out.row(row)[column]) < 1e-6 * (10 + static_cast<double>(inner))))
                return false;
        }
    return true;
}

} // namespace

/// Products on sizes around those of the tiles that they are computed in, against sums in double precision.
class ProductsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void every_size_is_multiplied_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("inner");
        QTest::addColumn<int>("columns");
        for (const int rows : {1, 7, 9, 13, 24, 31})
            for (const int inner : {1, 8, 17, 40})
                for (const int columns : {1, 15, 16, 37})
                    QTest::addRow("%d by %d by %d", rows, inner, columns) << rows << inner << columns;
        QTest::addRow("a long sum") << 20 << 1500 << 18;
        QTest::addRow("a sum of nothing") << 20 << 0 << 18;
    }
    void every_size_is_multiplied() {
        QFETCH(int, rows);
        QFETCH(int, inner);
        QFETCH(int, columns);
        Matrix a(rows, inner, 1), aTransposed(inner, rows, 2), b(inner, columns, 3), bTransposed(columns, inner, 4);
        for (const bool add : {false, true}) {
            Matrix before(rows, columns, 5);
            auto start = add ? before : zeros(rows, columns);
            auto out = before;
            multiply(a.view(), b.view(), out.view(), add);
            QVERIFY(isProduct(plain, a.view(), b.view(), inner, start.view(), out.view()));
            out = before;
            multiplyByTransposed(a.view(), bTransposed.view(), out.view(), add);
            QVERIFY(isProduct(byTransposed, a.view(), bTransposed.view(), inner, start.view(), out.view()));
            out = before;
            transposedMultiply(aTransposed.view(), b.view(), out.view(), add);
            QVERIFY(isProduct(transposed, aTransposed.view(), b.view(), inner, start.view(), out.view()));
        }
    }

    void a_weight_laid_out_ahead_multiplies_as_it_is_until_told_of_other_values() {
        for (const int rows : {5, 9, 13, 40}) {
            constexpr int inner = 40, columns = 37;
            Matrix x(rows, inner, 1), weight(columns, inner, 2), gradient(rows, columns, 3);
            PackedWeight forward(weight.whole(), PackedWeight::Use::Forward),
                backward(weight.whole(), PackedWeight::Use::Backward);
            auto nothing = zeros(rows, columns), nothingBack = zeros(rows, inner);
            for (int round = 0; round < 2; ++round) {
                Matrix out(rows, columns, 4), back(rows, inner, 5);
                forward.multiply(x.whole(), out.whole());
                QVERIFY(isProduct(byTransposed, x.whole(), weight.whole(), inner, nothing.whole(), out.whole()));
                auto once = out;
                forward.multiply(x.whole(), out.whole(), true);
                QVERIFY(isProduct(byTransposed, x.whole(), weight.whole(), inner, once.whole(), out.whole()));
                backward.multiply(gradient.whole(), back.whole());
                QVERIFY(isProduct(plain, gradient.whole(), weight.whole(), columns, nothingBack.whole(), back.whole()));
                for (const std::int64_t first : {7, 16, 32}) {
                    const auto part = [&](Matrix& matrix) { return matrix.whole().columnsFrom(first, inner - first); };
                    forward.multiplyFrom(first, part(x), out.whole());
                    QVERIFY(
                        isProduct(byTransposed, part(x), part(weight), inner - first, nothing.whole(), out.whole()));
                    backward.multiplyFrom(first, gradient.whole(), part(back));
                    QVERIFY(isProduct(plain, gradient.whole(), part(weight), columns, part(nothingBack), part(back)));
                }
                for (auto& value : weight.values)
                    value = 0.25F - value;
                forward.pack();
                backward.pack();
            }
        }
    }
};

QTEST_GUILESS_MAIN(ProductsTest)
#include "ProductsTest.moc"
