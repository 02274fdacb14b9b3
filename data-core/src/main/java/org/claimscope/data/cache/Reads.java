package org.claimscope.data.cache;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.claimscope.data.model.Entity;

/// What a query reads.
///
/// @param tables whatever else is read is made of these
/// @param kept rows that the query reads as tables of these names
/// @param balances whether it reads `account_balance`: what every account owed from one day to the
///   next
public record Reads(Set<Entity> tables, Map<String, Kept> kept, boolean balances) {
    public Reads {
        Set<Entity> all = EnumSet.noneOf(Entity.class);
        all.addAll(tables);
        kept.values().forEach(k -> all.addAll(k.from()));
        if (balances) {
            all.addAll(Balances.FROM);
        }
        tables = Set.copyOf(all);
        // In the order of their names: an immutable copy would shuffle them at each start, and with
        // them the text of the statement.
        kept = Collections.unmodifiableSortedMap(new TreeMap<>(kept));
    }

    /// What several read.
    public static Reads all(List<Reads> several) {
        Set<Entity> tables = EnumSet.noneOf(Entity.class);
        var kept = new TreeMap<String, Kept>();
        several.forEach(r -> {
            tables.addAll(r.tables());
            kept.putAll(r.kept());
        });
        return new Reads(tables, kept, several.stream().anyMatch(Reads::balances));
    }

    static Reads of(Set<Entity> tables) {
        return new Reads(tables, Map.of(), false);
    }
}
