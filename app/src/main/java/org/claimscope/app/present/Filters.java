package org.claimscope.app.present;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimscope.charts.format.MonthNames;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Population;

/// The conditions that hold on every page.
///
/// @param period the months shown
/// @param against what they are compared with
/// @param cuts at most one for each dimension; empty ones are left out
/// @param asOf the day whose state is shown; empty for the last day of the period
public record Filters(Period period, Against against, List<Cut> cuts, Optional<LocalDate> asOf) {
    /// The dimensions of the filter bar, from left to right.
    public static final List<String> BAR = List.of("facility", "payer", "provider");

    public Filters {
        cuts = cuts.stream().filter(c -> !c.members().isEmpty()).toList();
    }

    /// One month or several in a row.
    public record Period(YearMonth first, YearMonth last) {
        public static Period of(YearMonth month) {
            return new Period(month, month);
        }

        public int months() {
            return (int) (first.until(last, java.time.temporal.ChronoUnit.MONTHS) + 1);
        }

        public boolean single() {
            return first.equals(last);
        }

        public Period minusMonths(int months) {
            return new Period(first.minusMonths(months), last.minusMonths(months));
        }

        /// "Jun 2025", "Q2 2025", "2025" or "Mar 2025 – Jun 2025".
        public String words() {
            if (single()) {
                return MonthNames.brief(first) + " " + first.getYear();
            }
            boolean sameYear = first.getYear() == last.getYear();
            if (sameYear && months() == 12) {
                return Integer.toString(first.getYear());
            }
            if (sameYear && months() == 3 && first.getMonthValue() % 3 == 1) {
                return "Q" + (first.getMonthValue() / 3 + 1) + " " + first.getYear();
            }
            return MonthNames.brief(first)
                    + " "
                    + first.getYear()
                    + " – "
                    + MonthNames.brief(last)
                    + " "
                    + last.getYear();
        }

        /// "June 2025", or as [#words()] for several months.
        public String full() {
            return single() ? MonthNames.full(first) : words();
        }
    }

    /// What a period is compared with.
    public enum Against {
        PRIOR_PERIOD("prior period"),
        PRIOR_YEAR("same period last year");

        private final String words;

        Against(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// One member of a dimension.
    ///
    /// @param key what tells it apart; equal to the label for plain words
    public record Member(String key, String label) {
        public static Member of(String label) {
            return new Member(label, label);
        }
    }

    /// The members of one dimension that are shown.
    ///
    /// @param dimension its id, such as `payer`
    public record Cut(String dimension, List<Member> members) {
        public Cut {
            members = List.copyOf(members);
        }

        public static Cut of(String dimension, String key, String label) {
            return new Cut(dimension, List.of(new Member(key, label)));
        }

        /// "Heron Mutual", or "3 chosen".
        public String words() {
            return members.size() == 1 ? members.getFirst().label() : members.size() + " chosen";
        }
    }

    public static Filters of(YearMonth month) {
        return new Filters(Period.of(month), Against.PRIOR_PERIOD, List.of(), Optional.empty());
    }

    public Filters period(Period months) {
        return new Filters(months, against, cuts, Optional.empty());
    }

    public Filters against(Against other) {
        return new Filters(period, other, cuts, asOf);
    }

    public Filters asOf(Optional<LocalDate> day) {
        return new Filters(period, against, cuts, day);
    }

    /// Replaces the cut of its dimension; an empty one takes it away.
    public Filters cut(Cut cut) {
        var all = new ArrayList<Cut>();
        boolean placed = false;
        for (Cut c : cuts) {
            if (c.dimension().equals(cut.dimension())) {
                all.add(cut);
                placed = true;
            } else {
                all.add(c);
            }
        }
        if (!placed) {
            all.add(cut);
        }
        return new Filters(period, against, all, asOf);
    }

    /// Narrowed to a cut; the same again takes it back.
    public Filters only(Cut cut) {
        boolean again = cutOf(cut.dimension()).filter(cut::equals).isPresent();
        return cut(again ? new Cut(cut.dimension(), List.of()) : cut);
    }

    /// With the members of a cut added, or those taken off that are on.
    public Filters toggled(Cut cut) {
        var members = new ArrayList<>(cutOf(cut.dimension()).map(Cut::members).orElse(List.of()));
        for (Member member : cut.members()) {
            if (!members.remove(member)) {
                members.add(member);
            }
        }
        return cut(new Cut(cut.dimension(), members));
    }

    /// Narrowed to what marks stand for: to their months where these differ, else to their members.
    /// Members that it is narrowed to already are taken off.
    public Filters to(List<Drill> marks) {
        List<Period> periods =
                marks.stream().flatMap(mark -> months(mark).stream()).distinct().toList();
        Filters next = this;
        if (!periods.isEmpty()) {
            next =
                    period(
                            new Period(
                                    Collections.min(periods.stream().map(Period::first).toList()),
                                    Collections.max(periods.stream().map(Period::last).toList())));
        }
        if (periods.size() > 1) {
            return next;
        }
        for (Cut cut : together(marks)) {
            next = next.cut(cut);
        }
        if (!next.equals(this)) {
            return next;
        }
        for (Cut cut : together(marks)) {
            next = next.cut(new Cut(cut.dimension(), List.of()));
        }
        return next;
    }

    private static Optional<Period> months(Drill mark) {
        return mark.period().or(() -> mark.day().map(day -> Period.of(YearMonth.from(day))));
    }

    /// The members of all marks, of the dimensions that every page can be narrowed to.
    private static List<Cut> together(List<Drill> marks) {
        var members = new LinkedHashMap<String, LinkedHashSet<Member>>();
        for (Drill mark : marks) {
            for (Cut cut : mark.cuts()) {
                if (onEveryPage(cut.dimension())) {
                    members.computeIfAbsent(cut.dimension(), d -> new LinkedHashSet<>())
                            .addAll(cut.members());
                }
            }
        }
        return members.entrySet().stream()
                .map(e -> new Cut(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }

    /// Whether whatever is about somebody's care has this dimension: the reason of a denial is none
    /// of a charge.
    static boolean onEveryPage(String dimension) {
        return Dimension.named(dimension)
                .filter(d ->
                        Arrays.stream(Population.values())
                                .allMatch(p -> p == Population.MONTHLY_FACTS || d.splits(p)))
                .isPresent();
    }

    /// The same period and comparison without any cut.
    public Filters reset() {
        return new Filters(period, against, List.of(), Optional.empty());
    }

    public Optional<Cut> cutOf(String dimension) {
        return cuts.stream().filter(c -> c.dimension().equals(dimension)).findFirst();
    }

    /// The cuts that the bar has no control for: they came from a click on a chart.
    public List<Cut> crossFilters() {
        return cuts.stream().filter(c -> !BAR.contains(c.dimension())).toList();
    }

    /// "Payer Heron Mutual, 3 facilities"; empty without cuts.
    public String cutWords() {
        return cuts.stream().map(Cut::words).collect(Collectors.joining(", "));
    }
}
