package org.claimscope.app.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimscope.app.present.ErrorWords;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.Place;
import org.claimscope.data.cache.Workspace.Note;

/// Pages with their filters that somebody gave a name, to come back to. Kept sealed in the
/// workspace: filters may name people.
final class SavedViews implements ViewsCard.Acts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Shell shell;
    private final Map<String, SessionState> views = new LinkedHashMap<>();

    SavedViews(Shell shell) {
        this.shell = shell;
        shell.core().workspace().kept(Note.VIEWS).ifPresent(this::read);
    }

    /// What an older or newer version wrote and this one cannot read is left out.
    private void read(byte[] json) {
        try {
            JSON.readValue(json, new TypeReference<LinkedHashMap<String, byte[]>>() {})
                    .forEach((name, state) ->
                            SessionState.parse(state).ifPresent(s -> views.put(name, s)));
        } catch (IOException e) {
            views.clear();
        }
    }

    /// In the order they were named.
    List<String> names() {
        return List.copyOf(views.keySet());
    }

    ViewsCard card(Runnable hide) {
        String cuts = shell.filters().cutWords();
        return new ViewsCard(
                names(), shell.place().title() + (cuts.isEmpty() ? "" : ", " + cuts), this, hide);
    }

    /// Shows the page of a view under its filters.
    @Override
    public void open(String name) {
        SessionState view = views.get(name);
        if (view != null) {
            view.filters().ifPresent(shell::narrowTo);
            shell.open(view.tabs().getFirst());
        }
    }

    /// Keeps the present view, in place of the one with its name.
    @Override
    public void keep(String name) {
        Place place = shell.place();
        Optional<Filters> filters = shell.context().map(context -> context.filters());
        views.put(name, new SessionState(List.of(place), 0, filters));
        write("Saved as " + name);
    }

    @Override
    public void remove(String name) {
        views.remove(name);
        write("Forgot " + name);
    }

    private void write(String done) {
        var kept = new LinkedHashMap<String, byte[]>();
        views.forEach((name, state) -> kept.put(name, state.json()));
        shell.tasks()
                .run(
                        "views",
                        "Keeping the views",
                        (job, progress) -> {
                            shell.core().workspace().keep(Note.VIEWS, json(kept));
                            return true;
                        },
                        written -> shell.tell(done),
                        e -> shell.tell(ErrorWords.of(e).title()));
    }

    private static byte[] json(Map<String, byte[]> kept) {
        try {
            return JSON.writeValueAsBytes(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and bytes always have a JSON", e);
        }
    }
}
