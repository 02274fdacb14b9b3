package org.claimscope.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Steps that can be walked back and forth, as in a browser: a new step after going back forgets
/// those ahead.
final class History<T> {
    private static final int MOST = 200;

    private final List<T> steps = new ArrayList<>();
    private int at = -1;

    void add(T step) {
        if (at >= 0 && steps.get(at).equals(step)) {
            return;
        }
        steps.subList(at + 1, steps.size()).clear();
        steps.add(step);
        if (steps.size() > MOST) {
            steps.removeFirst();
        }
        at = steps.size() - 1;
    }

    boolean canBack() {
        return at > 0;
    }

    boolean canForward() {
        return at < steps.size() - 1;
    }

    Optional<T> back() {
        return canBack() ? Optional.of(steps.get(--at)) : Optional.empty();
    }

    Optional<T> forward() {
        return canForward() ? Optional.of(steps.get(++at)) : Optional.empty();
    }
}
