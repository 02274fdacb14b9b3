package org.claimscope.app.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import org.claimscope.app.present.ErrorWords;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.chart.Noted;
import org.claimscope.charts.shape.TimeNote;
import org.claimscope.data.cache.Workspace.Note;

/// What people noted about days, to be seen in every chart that is [Noted]. Kept sealed in the
/// workspace: nobody can know what was written.
final class DayNotes {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Shell shell;
    private final List<TimeNote> notes = new ArrayList<>();

    /// The same in types that JSON has.
    private record Kept(String day, String words) {}

    DayNotes(Shell shell) {
        this.shell = shell;
        shell.core().workspace().kept(Note.DAYS).ifPresent(this::read);
    }

    /// What an older or newer version wrote and this one cannot read is left out.
    private void read(byte[] json) {
        try {
            for (Kept kept : JSON.readValue(json, new TypeReference<List<Kept>>() {})) {
                notes.add(new TimeNote(LocalDate.parse(kept.day()), kept.words()));
            }
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            notes.clear();
        }
    }

    List<TimeNote> all() {
        return List.copyOf(notes);
    }

    NoteCard card(LocalDate day, Runnable hide) {
        YearMonth month = YearMonth.from(day);
        List<TimeNote> here =
                notes.stream()
                        .filter(note -> YearMonth.from(note.day()).equals(month))
                        .sorted(Comparator.comparing(TimeNote::day))
                        .toList();
        return new NoteCard(
                day,
                here,
                note -> {
                    notes.add(note);
                    changed("Noted");
                },
                note -> {
                    notes.remove(note);
                    changed("Note taken away");
                },
                hide);
    }

    private void changed(String done) {
        List<TimeNote> now = all();
        shell.tabs().nodes().forEach(page -> show(page, now));
        byte[] json = json(now);
        shell.tasks()
                .run(
                        "day notes",
                        "Keeping the notes",
                        (job, progress) -> {
                            shell.core().workspace().keep(Note.DAYS, json);
                            return true;
                        },
                        kept -> shell.tell(done),
                        e -> shell.tell(ErrorWords.of(e).title()));
    }

    /// The figures stay: nothing is asked again.
    private static void show(Node page, List<TimeNote> now) {
        for (Node node : page.lookupAll("*")) {
            if (node instanceof ChartView view && view.chart() instanceof Noted chart) {
                view.show(chart.with(now));
            }
        }
    }

    private static byte[] json(List<TimeNote> notes) {
        try {
            return JSON.writeValueAsBytes(
                    notes.stream().map(n -> new Kept(n.day().toString(), n.words())).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always have a JSON", e);
        }
    }
}
