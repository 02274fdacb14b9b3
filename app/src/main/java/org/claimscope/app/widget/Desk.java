package org.claimscope.app.widget;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.Place;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.shape.TimeNote;

/// What a page may ask of the window around it.
public interface Desk {
    ChartPalette palette();

    Filters filters();

    /// Opens the rows of a number in the side panel.
    void drill(Drill drill, String title);

    /// Opens what a record was from which day on, and who told it, in the side panel.
    ///
    /// @param table such as `claim`
    /// @param key `source/id`
    void history(String table, String key, String title);

    /// Narrows all pages to one member; the same again takes it back.
    void narrow(Filters.Cut cut);

    /// Adds the members of a cut to the filters of all pages, or takes off those that are on.
    void toggle(Filters.Cut cut);

    /// Narrows all pages to what marks of a chart stand for, see [Filters#to(List)].
    void narrow(List<Drill> marks);

    /// What people noted about days, for charts that show notes.
    List<TimeNote> notes();

    /// Shows the notes around a day, and takes another.
    void note(LocalDate day, Node beside);

    /// Opens a page or a record in a tab.
    void open(Place place);

    /// Shows the definition of a measure beside a node.
    void define(String measure, Node beside);

    /// Puts text on the clipboard, from where it goes after half a minute.
    void copy(String words, String text);

    /// Asks where to and writes a file there.
    ///
    /// @param name suggested, with its extension
    void save(String name, Supplier<byte[]> content);
}
