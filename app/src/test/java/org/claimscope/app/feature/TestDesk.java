package org.claimscope.app.feature;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.Place;
import org.claimscope.app.widget.Desk;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Theme;
import org.claimscope.charts.shape.TimeNote;

/// A desk that remembers what it was asked for.
final class TestDesk implements Desk {
    final List<Drill> drills = new ArrayList<>();
    final List<Drill> narrowed = new ArrayList<>();
    final List<Place> places = new ArrayList<>();
    final List<Filters.Cut> cuts = new ArrayList<>();
    final List<String> copied = new ArrayList<>();
    private final Theme theme;

    TestDesk(Theme theme) {
        this.theme = theme;
    }

    @Override
    public ChartPalette palette() {
        return ChartPalette.of(theme);
    }

    @Override
    public Filters filters() {
        return Filters.of(YearMonth.of(2025, 6));
    }

    @Override
    public void drill(Drill drill, String title) {
        drills.add(drill);
    }

    @Override
    public void history(String table, String key, String title) {}

    @Override
    public void narrow(Filters.Cut cut) {
        cuts.add(cut);
    }

    @Override
    public void toggle(org.claimscope.app.present.Filters.Cut cut) {}

    @Override
    public void narrow(List<Drill> marks) {
        narrowed.addAll(marks);
    }

    @Override
    public List<TimeNote> notes() {
        return List.of();
    }

    @Override
    public void note(LocalDate day, Node beside) {}

    @Override
    public void open(Place place) {
        places.add(place);
    }

    @Override
    public void define(String measure, Node beside) {}

    @Override
    public void copy(String words, String text) {
        copied.add(text);
    }

    @Override
    public void save(String name, Supplier<byte[]> content) {}
}
