package org.claimscope.data.cache;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.claimscope.data.model.Entity;

/// Rows that questions are asked about and that are no table of their own, made once and kept in
/// the engine until a delivery touches what they are made of: the questions of a page, and the same
/// page under another filter, share them.
///
/// Call within [Engine#exclusively], together with the query that reads them.
final class KeptRows {
    /// As many as two pages ask for: a claim's worth of columns for every claim is no small thing.
    private static final int MOST_KEPT = 8;

    private final Engine engine;

    /// What each was made of, the latest used last.
    private final Map<String, Set<Entity>> made = new LinkedHashMap<>(16, 0.75f, true);

    KeptRows(Engine engine) {
        this.engine = engine;
    }

    /// @param wanted the select of each, by the name of its table
    void ensureMade(Map<String, String> wanted, Set<Entity> from) {
        wanted.forEach((name, select) -> {
            if (!made.containsKey(name)) {
                engine.execute("create or replace temp table " + name + " as " + select);
            }
            made.put(name, from);
        });
        while (made.size() > Math.max(MOST_KEPT, wanted.size())) {
            drop(made.keySet().iterator().next());
        }
    }

    /// Some tables have other rows now.
    void forget(Collection<Entity> changed) {
        made.entrySet().stream()
                .filter(e -> !Collections.disjoint(e.getValue(), changed))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::drop);
    }

    private void drop(String name) {
        made.remove(name);
        engine.execute("drop table if exists " + name);
    }
}
