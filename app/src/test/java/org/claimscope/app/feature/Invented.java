package org.claimscope.app.feature;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.claimscope.app.feature.facility.FacilityPage;
import org.claimscope.app.feature.overview.OverviewPage;
import org.claimscope.app.feature.receivables.ReceivablesPage;
import org.claimscope.app.present.Filters;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.charts.shape.Coverage;
import org.claimscope.charts.shape.Matrix;
import org.claimscope.charts.shape.MonthValue;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.Stack;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Trend;
import org.claimscope.charts.shape.Unit;
import org.jspecify.annotations.Nullable;

/// Invented but plausible pages of a hospital with three facilities, June 2025.
final class Invented {
    private static final YearMonth JULY = YearMonth.of(2024, 7);
    private static final Coverage FULL = new Coverage(Coverage.Mark.FULL, "all feeds in");
    private static final List<String> BUCKETS =
            List.of("0–30", "31–60", "61–90", "91–120", "Over 120");

    private Invented() {}

    static OverviewPage overview() {
        return new OverviewPage(
                "June 2025 against May 2025 · 9,572 claims first adjudicated · 3 facilities",
                tiles(),
                payments(),
                "posted date · year before in grey",
                new Bridge(
                        Unit.MONEY,
                        "May 31, 2025",
                        24_105_000,
                        List.of(
                                new Bridge.Step("Charges", 18_420_000, Tone.NEUTRAL),
                                new Bridge.Step("Payments", -6_314_000, Tone.BETTER),
                                new Bridge.Step("Adjustments", -11_203_000, Tone.WORSE)),
                        "Jun 30, 2025",
                        25_008_000),
                "May 31 to Jun 30, 2025",
                payers(),
                facilities());
    }

    static List<Tile> tiles() {
        return List.of(
                tile(
                        "Charges",
                        Unit.MONEY,
                        "18420317.06",
                        "17955100",
                        Polarity.NEITHER,
                        Target.between(17.8e6, 18.6e6),
                        FULL),
                tile(
                        "Payments",
                        Unit.MONEY,
                        "6314000",
                        "6662000",
                        Polarity.HIGHER_IS_BETTER,
                        Target.between(6.5e6, 6.9e6),
                        new Coverage(Coverage.Mark.PART, "97 % matched")),
                tile(
                        "Adjustments",
                        Unit.MONEY,
                        "11203000",
                        "10900000",
                        Polarity.NEITHER,
                        null,
                        FULL),
                tile(
                        "A/R balance",
                        Unit.MONEY,
                        "25008000",
                        "24105000",
                        Polarity.LOWER_IS_BETTER,
                        Target.atMost(24.5e6),
                        FULL),
                tile(
                        "Gross collection rate",
                        Unit.RATE,
                        "0.343",
                        "0.371",
                        Polarity.HIGHER_IS_BETTER,
                        null,
                        FULL),
                tile(
                        "Net collection rate",
                        Unit.RATE,
                        "0.946",
                        "0.951",
                        Polarity.HIGHER_IS_BETTER,
                        Target.atLeast(0.95),
                        new Coverage(Coverage.Mark.MATURING, "12-month cohort")),
                tile(
                        "Initial denial rate",
                        Unit.RATE,
                        "0.124",
                        "0.109",
                        Polarity.LOWER_IS_BETTER,
                        Target.atMost(0.10),
                        new Coverage(Coverage.Mark.MATURING, "maturing")),
                tile(
                        "Days in A/R",
                        Unit.DAYS,
                        "41.8",
                        "40.6",
                        Polarity.LOWER_IS_BETTER,
                        Target.between(30, 45),
                        FULL),
                tile(
                        "A/R over 90 days",
                        Unit.RATE,
                        "0.189",
                        "0.181",
                        Polarity.LOWER_IS_BETTER,
                        Target.atMost(0.18),
                        FULL),
                tile(
                        "Days to pay",
                        Unit.DAYS,
                        "28.4",
                        "28.4",
                        Polarity.LOWER_IS_BETTER,
                        Target.atMost(30),
                        new Coverage(Coverage.Mark.LOW, "31 % undated")));
    }

    static Single single(
            String label,
            Unit unit,
            String value,
            @Nullable String before,
            Polarity polarity,
            @Nullable Target target,
            Coverage coverage) {
        BigDecimal now = new BigDecimal(value);
        BigDecimal then = before == null ? now : new BigDecimal(before);
        double[] shape = {0.97, 0.975, 0.968, 0.98, 0.972, 0.965, 0.981, 0.977, 0.985, 0.992};
        double[] values = new double[12];
        for (int i = 0; i < shape.length; i++) {
            values[i] = then.doubleValue() * shape[i];
        }
        values[10] = then.doubleValue();
        values[11] = now.doubleValue();
        return new Single(
                label,
                unit,
                now,
                before == null ? null : then,
                polarity,
                "",
                target,
                series(label, unit, values),
                coverage);
    }

    static Tile tile(
            String label,
            Unit unit,
            String value,
            @Nullable String before,
            Polarity polarity,
            @Nullable Target target,
            Coverage coverage) {
        return new Tile(
                label.toLowerCase(Locale.ROOT).replace(' ', '_'),
                single(label, unit, value, before, polarity, target, coverage));
    }

    static Trend payments() {
        return new Trend(
                series(
                        "Net payments",
                        Unit.MONEY,
                        6.05e6,
                        6.18e6,
                        6.02e6,
                        6.34e6,
                        6.11e6,
                        5.88e6,
                        6.27e6,
                        6.09e6,
                        6.41e6,
                        6.53e6,
                        6.662e6,
                        6.314e6),
                new TimeSeries(
                        "Year before",
                        Unit.MONEY,
                        IntStream.range(0, 12)
                                .mapToObj(i ->
                                        new MonthValue(
                                                JULY.minusYears(1).plusMonths(i),
                                                5.6e6 + 4e4 * i + 9e4 * Math.sin(i * 1.7)))
                                .toList()),
                Target.between(6.5e6, 6.9e6));
    }

    static List<Column> payerColumns() {
        return List.of(
                Column.name("Payer"),
                Column.words("Class"),
                Column.figure("Claims", Unit.COUNT),
                Column.figure("Payments", Unit.MONEY),
                Column.bullet("Denial rate, ≤ 10 %", Unit.RATE, Target.atMost(0.10)),
                Column.figure("Days to pay", Unit.DAYS));
    }

    private static Table payers() {
        return new Table(
                payerColumns(),
                List.of(
                        Row.of(
                                Cell.of("Heron Mutual"),
                                Cell.of("Commercial"),
                                Cell.of(2_214),
                                Cell.of(1_894_000),
                                Cell.of(0.182),
                                Cell.of(34.2)),
                        Row.of(
                                Cell.of("Medicare, sample"),
                                Cell.of("Medicare"),
                                Cell.of(3_240),
                                Cell.of(1_702_000),
                                Cell.of(0.065),
                                Cell.of(15.1)),
                        Row.of(
                                Cell.of("Curlew Health Plan"),
                                Cell.of("Managed Medicaid"),
                                Cell.of(1_480),
                                Cell.of(988_000),
                                Cell.of(0.121),
                                Cell.of(29.8)),
                        Row.of(
                                Cell.of("Plover Advantage"),
                                Cell.of("Medicare Advantage"),
                                Cell.of(1_102),
                                Cell.of(806_000),
                                Cell.of(0.120),
                                Cell.of(31.0)),
                        Row.of(
                                Cell.of("Tern Commercial"),
                                Cell.of("Commercial"),
                                Cell.of(861),
                                Cell.of(611_000),
                                Cell.of(0.108),
                                Cell.of(30.4)),
                        Row.of(
                                Cell.of("Medicaid, sample"),
                                Cell.of("Medicaid"),
                                Cell.of(675),
                                Cell.of(313_000),
                                Cell.of(0.135),
                                Cell.absent())),
                Row.of(
                        Cell.of("All payers"),
                        Cell.of(""),
                        Cell.of(9_572),
                        Cell.of(6_314_000),
                        Cell.of(0.124),
                        Cell.of(28.4)),
                "payers");
    }

    private static Table facilities() {
        return new Table(
                List.of(
                        Column.name("Facility"),
                        Column.figure("Payments", Unit.MONEY),
                        Column.bullet("Denial rate, ≤ 10 %", Unit.RATE, Target.atMost(0.10))),
                List.of(
                        Row.of(Cell.of("Larkfield Hospital"), Cell.of(4_406_000), Cell.of(0.138)),
                        Row.of(Cell.of("Marsh Lane Clinic"), Cell.of(1_128_000), Cell.of(0.100)),
                        Row.of(Cell.of("Quay Surgery Center"), Cell.of(780_000), Cell.of(0.105))),
                Row.of(Cell.of("All facilities"), Cell.of(6_314_000), Cell.of(0.124)),
                "facilities");
    }

    static FacilityPage facility() {
        return new FacilityPage(
                "June 2025 against May 2025 · 3 facilities",
                3,
                List.of(
                        new FacilityPage.Facility(
                                "Larkfield Hospital",
                                Filters.Cut.of("facility", "x/1", "Larkfield Hospital"),
                                strip("4406000", "4650000", "0.138", "41.2")),
                        new FacilityPage.Facility(
                                "Marsh Lane Clinic",
                                Filters.Cut.of("facility", "x/1", "Marsh Lane Clinic"),
                                strip("1128000", "1190000", "0.100", "38.9")),
                        new FacilityPage.Facility(
                                "Quay Surgery Center",
                                Filters.Cut.of("facility", "x/1", "Quay Surgery Center"),
                                strip("780000", "822000", "0.105", "47.3"))),
                List.of(
                        series(
                                "Larkfield Hospital",
                                Unit.MONEY,
                                4.20e6,
                                4.31e6,
                                4.18e6,
                                4.45e6,
                                4.29e6,
                                4.10e6,
                                4.38e6,
                                4.25e6,
                                4.47e6,
                                4.56e6,
                                4.65e6,
                                4.406e6),
                        series(
                                "Marsh Lane Clinic",
                                Unit.MONEY,
                                1.08e6,
                                1.10e6,
                                1.07e6,
                                1.13e6,
                                1.08e6,
                                1.04e6,
                                1.11e6,
                                1.09e6,
                                1.14e6,
                                1.16e6,
                                1.19e6,
                                1.128e6),
                        series(
                                "Quay Surgery Center",
                                Unit.MONEY,
                                0.77e6,
                                0.77e6,
                                0.77e6,
                                0.76e6,
                                0.74e6,
                                0.74e6,
                                0.78e6,
                                0.75e6,
                                0.80e6,
                                0.81e6,
                                0.82e6,
                                0.78e6)),
                "posted date · one scale",
                departments());
    }

    private static List<Tile> strip(String payments, String before, String denials, String days) {
        return List.of(
                tile(
                        "Payments",
                        Unit.MONEY,
                        payments,
                        before,
                        Polarity.HIGHER_IS_BETTER,
                        null,
                        FULL),
                tile(
                        "Net collection rate",
                        Unit.RATE,
                        "0.948",
                        "0.951",
                        Polarity.HIGHER_IS_BETTER,
                        Target.atLeast(0.95),
                        FULL),
                tile(
                        "Denial rate",
                        Unit.RATE,
                        denials,
                        "0.109",
                        Polarity.LOWER_IS_BETTER,
                        Target.atMost(0.10),
                        FULL),
                tile(
                        "Days in A/R",
                        Unit.DAYS,
                        days,
                        "40.6",
                        Polarity.LOWER_IS_BETTER,
                        Target.between(30, 45),
                        FULL));
    }

    private static Table departments() {
        String[] names = {
            "Emergency",
            "Surgery",
            "Imaging",
            "Cardiology",
            "Orthopedics",
            "Oncology",
            "Laboratory",
            "Obstetrics",
            "Rehabilitation",
            "Outpatient clinic"
        };
        List<Row> rows = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < names.length; i++) {
            double paid = 1_412_000 / (1 + i * 0.35);
            sum += paid;
            rows.add(
                    Row.of(
                            Cell.of(names[i]),
                            Cell.of(i % 3 == 2 ? "Quay Surgery Center" : "Larkfield Hospital"),
                            Cell.of(2_100 - 170 * i),
                            Cell.of(paid),
                            Cell.of(0.07 + 0.011 * i)));
        }
        return new Table(
                List.of(
                        Column.name("Department"),
                        Column.words("Facility"),
                        Column.figure("Claims", Unit.COUNT),
                        Column.bar("Payments", Unit.MONEY),
                        Column.bullet("Denial rate, ≤ 10 %", Unit.RATE, Target.atMost(0.10))),
                rows,
                Row.of(
                        Cell.of("All departments"),
                        Cell.of(""),
                        Cell.of(13_350),
                        Cell.of(sum),
                        Cell.of(0.124)),
                "departments");
    }

    static ReceivablesPage receivables() {
        List<String> payers =
                List.of(
                        "Heron Mutual",
                        "Medicare, sample",
                        "Curlew Health Plan",
                        "Plover Advantage",
                        "Tern Commercial",
                        "Medicaid, sample",
                        "Patients");
        List<List<Double>> cells =
                List.of(
                        List.of(2_914e3, 1_402e3, 910e3, 655e3, 1_120e3),
                        List.of(3_310e3, 690e3, 212e3, 98e3, 61e3),
                        List.of(1_520e3, 840e3, 530e3, 377e3, 402e3),
                        List.of(1_288e3, 702e3, 444e3, 261e3, 240e3),
                        List.of(880e3, 505e3, 310e3, 180e3, 133e3),
                        List.of(640e3, 380e3, 266e3, 170e3, 205e3),
                        List.of(810e3, 520e3, 402e3, 388e3, -41e3));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < payers.size(); i++) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(payers.get(i)));
            cells.get(i).forEach(cell -> row.add(Cell.of(cell)));
            row.add(Cell.of(cells.get(i).stream().mapToDouble(cell -> cell).sum()));
            rows.add(Row.of(row));
        }
        List<Column> columns = new ArrayList<>(List.of(Column.name("Payer")));
        BUCKETS.forEach(bucket -> columns.add(Column.figure(bucket, Unit.MONEY)));
        columns.add(Column.figure("Total", Unit.MONEY));
        Matrix matrix = new Matrix(Unit.MONEY, payers, BUCKETS, cells);
        List<Cell> total = new ArrayList<>(List.of(Cell.of("All payers")));
        for (int column = 0; column < BUCKETS.size(); column++) {
            total.add(Cell.of(matrix.columnTotal(column)));
        }
        total.add(Cell.of(matrix.total()));
        List<String> months =
                List.of(
                        "Jul 24", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan 25", "Feb", "Mar", "Apr",
                        "May", "Jun");
        List<Stack.Part> parts = new ArrayList<>();
        for (int part = 0; part < BUCKETS.size(); part++) {
            double last = matrix.columnTotal(part);
            double growth = 0.004 + 0.006 * part;
            parts.add(
                    new Stack.Part(
                            BUCKETS.get(part),
                            IntStream.rangeClosed(0, 11)
                                    .mapToObj(i -> last * (1 - growth * (11 - i)))
                                    .toList()));
        }
        return new ReceivablesPage(
                "As of June 30, 2025 · 21,480 open claims",
                List.of(
                        tile(
                                "A/R balance",
                                Unit.MONEY,
                                "25008000",
                                "24105000",
                                Polarity.LOWER_IS_BETTER,
                                Target.atMost(24.5e6),
                                FULL),
                        tile(
                                "Days in A/R",
                                Unit.DAYS,
                                "41.8",
                                "40.6",
                                Polarity.LOWER_IS_BETTER,
                                Target.between(30, 45),
                                FULL),
                        tile(
                                "A/R over 90 days",
                                Unit.RATE,
                                "0.189",
                                "0.181",
                                Polarity.LOWER_IS_BETTER,
                                Target.atMost(0.18),
                                FULL),
                        tile(
                                "Credit balances",
                                Unit.MONEY,
                                "-213400.55",
                                "-198000",
                                Polarity.NEITHER,
                                null,
                                FULL),
                        tile(
                                "Open claims",
                                Unit.COUNT,
                                "21480",
                                "20911",
                                Polarity.LOWER_IS_BETTER,
                                null,
                                FULL)),
                new Stack(Unit.MONEY, months, parts, true),
                "by discharge date, month end",
                matrix,
                payers.stream().map(p -> Filters.Cut.of("payer", p, p)).toList(),
                new Trend(
                        series(
                                "Days in A/R",
                                Unit.DAYS,
                                39.8,
                                39.6,
                                40.1,
                                40.0,
                                39.4,
                                39.1,
                                40.2,
                                40.5,
                                40.9,
                                40.3,
                                40.6,
                                41.8),
                        null,
                        Target.between(30, 45)),
                new Table(columns, rows, Row.of(total), "payers"));
    }

    static TimeSeries series(String name, Unit unit, double... values) {
        List<MonthValue> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new MonthValue(JULY.plusMonths(i), values[i]));
        }
        return new TimeSeries(name, unit, points);
    }
}
