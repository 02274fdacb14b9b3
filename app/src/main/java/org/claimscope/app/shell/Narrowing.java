package org.claimscope.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.claimscope.app.present.Filters;
import org.jspecify.annotations.Nullable;

/// The filters in force and the steps that led to them.
final class Narrowing {
    private final History<Filters> steps = new History<>();
    private final Consumer<Filters> shown;
    private @Nullable Filters filters;

    /// @param shown called after every change
    Narrowing(Consumer<Filters> shown) {
        this.shown = shown;
    }

    /// Empty while the workspace has no month to show.
    Optional<Filters> now() {
        return Optional.ofNullable(filters);
    }

    /// The first ones, which nothing is drawn for yet.
    void begin(Filters first) {
        filters = first;
        steps.add(first);
    }

    void choose(Filters next) {
        if (!next.equals(filters)) {
            steps.add(next);
            apply(next);
        }
    }

    void undo() {
        steps.back().ifPresent(this::apply);
    }

    void redo() {
        steps.forward().ifPresent(this::apply);
    }

    boolean canUndo() {
        return steps.canBack();
    }

    boolean canRedo() {
        return steps.canForward();
    }

    /// Takes away what clicks on charts narrowed.
    void dropCrossFilters() {
        Filters now = filters;
        if (now != null) {
            for (Filters.Cut cut : now.crossFilters()) {
                now = now.cut(new Filters.Cut(cut.dimension(), List.of()));
            }
            choose(now);
        }
    }

    private void apply(Filters next) {
        filters = next;
        shown.accept(next);
    }
}
