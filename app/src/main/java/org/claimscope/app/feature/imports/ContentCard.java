package org.claimscope.app.feature.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.RowsTable;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.format.Finding;
import org.claimscope.data.format.Inspection;
import org.claimscope.data.model.code.Carc;
import org.jspecify.annotations.Nullable;

/// What is in a file that tells by itself what it is: how many of what and for how much, why money
/// was held back, and what is wrong with the file. No number or name of a person.
final class ContentCard {
    private ContentCard() {}

    static Card of(String file, Inspection content, Desk desk) {
        RowsTable parts = new RowsTable(parts(content), desk);
        HBox tables = new HBox(8, parts);
        HBox.setHgrow(parts, Priority.ALWAYS);
        if (!content.adjustments().isEmpty()) {
            RowsTable reasons = new RowsTable(reasons(content.adjustments()), desk);
            HBox.setHgrow(reasons, Priority.ALWAYS);
            tables.getChildren().add(reasons);
        }
        if (!content.findings().isEmpty()) {
            RowsTable findings = new RowsTable(findings(content.findings()), desk);
            HBox.setHgrow(findings, Priority.ALWAYS);
            tables.getChildren().add(findings);
        }
        Card card =
                Card.of(
                        file,
                        content.findings().isEmpty()
                                ? content.format() + " · read without a finding"
                                : content.format()
                                        + " · "
                                        + Figures.count(content.findings().size())
                                        + " findings, none keeps the rest from being taken",
                        tables);
        card.setMinHeight(240);
        return card;
    }

    private static Table parts(Inspection content) {
        var rows = new ArrayList<Row>();
        var kinds = new TreeMap<String, Long>();
        content.transactions()
                .forEach(t ->
                        kinds.merge(
                                t.type() + (t.version() == null ? "" : " · " + t.version()),
                                1L,
                                Long::sum));
        content.messages().forEach(m -> kinds.merge(m.type(), 1L, Long::sum));
        kinds.putAll(content.resources());
        kinds.forEach(
                (kind, count) ->
                        rows.add(Row.of(Cell.of(kind), Cell.of(count), Cell.absent())));
        part(rows, "Claims, billed", content.claims().stream().map(Inspection.Claim::billed));
        part(
                rows,
                "Remittance claims, billed",
                content.remittanceClaims().stream().map(Inspection.RemittanceClaim::billed));
        part(
                rows,
                "Remittance claims, paid",
                content.remittanceClaims().stream().map(Inspection.RemittanceClaim::paid));
        part(
                rows,
                "Charges of messages",
                content.messages().stream()
                        .filter(m -> m.chargeCount() > 0)
                        .map(Inspection.Message::charged));
        return new Table(
                List.of(
                        Column.name("What"),
                        Column.figure("Count", Unit.COUNT),
                        Column.ledger("Dollars")),
                rows,
                null,
                "kinds");
    }

    private static void part(List<Row> rows, String what, Stream<@Nullable BigDecimal> amounts) {
        List<BigDecimal> all =
                amounts.map(a -> Objects.requireNonNullElse(a, BigDecimal.ZERO)).toList();
        if (!all.isEmpty()) {
            BigDecimal sum = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            rows.add(Row.of(Cell.of(what), Cell.of(all.size()), Cell.of(sum.doubleValue())));
        }
    }

    private static Table reasons(List<Inspection.Adjustment> adjustments) {
        return new Table(
                List.of(
                        Column.name("Adjusted because"),
                        Column.figure("Count", Unit.COUNT),
                        Column.ledger("Dollars")),
                adjustments.stream()
                        .map(a ->
                                Row.of(
                                        Cell.of(
                                                a.group()
                                                        + "-"
                                                        + a.carc()
                                                        + Carc.label(a.carc())
                                                                .map(label -> " " + label)
                                                                .orElse("")),
                                        Cell.of(a.count()),
                                        Cell.of(a.adjusted().doubleValue())))
                        .toList(),
                null,
                "reasons");
    }

    private static Table findings(List<Finding> findings) {
        return new Table(
                List.of(Column.name("Finding"), Column.words("Where"), Column.words("What")),
                findings.stream()
                        .map(f -> Row.of(Cell.of(f.code()), Cell.of(f.where()), Cell.of(f.text())))
                        .toList(),
                null,
                "findings");
    }
}
