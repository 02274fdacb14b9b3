package org.claimscope.nlq.guard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimscope.nlq.lexicon.Member;

/// What stands behind the masks of one question. Never leaves the machine.
public final class Hidden {
    /// What a mask such as `<FACILITY_1>` stands for.
    public sealed interface Secret {}

    /// Members that are called so; several when a part of a name is meant.
    public record Members(List<Member> all) implements Secret {
        public Members {
            all = List.copyOf(all);
        }
    }

    /// A number too long to be sent.
    public record Figure(BigDecimal value) implements Secret {}

    /// A day.
    public record Day(LocalDate date) implements Secret {}

    /// A word nobody here knows: a name, an identifier, a slip. Nothing can be asked of it.
    public record Strange(String word) implements Secret {
        @Override
        public String toString() {
            return "Strange[•••]";
        }
    }

    private final Map<String, Secret> secrets = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /// The mask of a secret; the same secret has one mask in the whole question.
    String mask(String kind, Secret secret) {
        for (Map.Entry<String, Secret> e : secrets.entrySet()) {
            if (e.getValue().equals(secret)) {
                return e.getKey();
            }
        }
        String mask = "<" + kind + "_" + counts.merge(kind, 1, Integer::sum) + ">";
        secrets.put(mask, secret);
        return mask;
    }

    public Optional<Secret> behind(String mask) {
        return Optional.ofNullable(secrets.get(mask));
    }

    /// How many words are hidden that nobody here knows.
    int strange() {
        return (int) secrets.values().stream().filter(s -> s instanceof Strange).count();
    }

    @Override
    public String toString() {
        return secrets.keySet().toString();
    }
}
