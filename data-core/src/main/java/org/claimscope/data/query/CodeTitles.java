package org.claimscope.data.query;

import static org.claimscope.data.query.DimensionSql.dateOf;
import static org.claimscope.data.query.DimensionSql.textOf;
import static org.jooq.impl.DSL.coalesce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.cache.schema.warehouse.Tables;
import org.claimscope.data.model.Entity;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What procedures and diagnoses are called on the day of service, from the lists of codes that
/// were imported. None are shipped: without a list a code stands for itself.
public final class CodeTitles {
    private static final Set<String> PROCEDURES = Set.of("hcpcs", "cpt", "icd10pcs");
    private static final Set<String> DIAGNOSES = Set.of("icd10cm");

    private final List<Title> titles;

    private CodeTitles(List<Title> titles) {
        this.titles = titles;
    }

    private record Title(
            String system,
            String code,
            String words,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        /// A day that is not known is met by every edition.
        boolean holds(@Nullable LocalDate day) {
            return day == null
                    || (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    static CodeTitles of(Workspace workspace, Set<String> codes) {
        Set<String> plain =
                codes.stream()
                        .map(CodeTitles::plain)
                        .filter(c -> !c.isEmpty())
                        .collect(Collectors.toSet());
        var titles = new ArrayList<Title>();
        if (plain.isEmpty()) {
            return new CodeTitles(titles);
        }
        Table<?> c = Tables.CODE.as("c");
        var select =
                DSL.using(SQLDialect.DUCKDB)
                        .select(
                                textOf(c, "code_system").as("code_system"),
                                textOf(c, "code").as("code"),
                                coalesce(textOf(c, "short_label"), textOf(c, "label")).as("words"),
                                dateOf(c, "effective_from").as("effective_from"),
                                dateOf(c, "effective_to").as("effective_to"))
                        .from(c)
                        .where(textOf(c, "code").in(plain));
        try (Frame frame =
                workspace.query(
                        EnumSet.of(Entity.CODE),
                        select,
                        rows -> Frame.copy(rows, workspace.allocator()))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                titles.add(
                        new Title(
                                word(frame, "code_system", r),
                                word(frame, "code", r),
                                word(frame, "words", r),
                                frame.date("effective_from", r),
                                frame.date("effective_to", r)));
            }
        }
        // Of several editions that hold, the later one has the last word.
        titles.sort(
                Comparator.comparing(Title::from, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed());
        return new CodeTitles(titles);
    }

    private static String word(Frame frame, String column, int r) {
        @Nullable String text = frame.text(column, r);
        return text == null ? "" : text;
    }

    /// Senders write `E11.9`, the lists `E119`.
    private static String plain(String code) {
        return code.replace(".", "").strip().toUpperCase(Locale.ROOT);
    }

    /// @param day of service; null for the newest edition
    public Optional<String> procedure(String code, @Nullable LocalDate day) {
        return title(PROCEDURES, code, day);
    }

    /// @param day of service; null for the newest edition
    public Optional<String> diagnosis(String code, @Nullable LocalDate day) {
        return title(DIAGNOSES, code, day);
    }

    private Optional<String> title(Set<String> systems, String code, @Nullable LocalDate day) {
        String plain = plain(code);
        return titles.stream()
                .filter(t -> systems.contains(t.system()) && t.code().equals(plain))
                .filter(t -> t.holds(day))
                .map(Title::words)
                .findFirst();
    }
}
