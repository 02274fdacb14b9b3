package org.claimscope.nlq.lexicon;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Population;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Sensitivity;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Tokens;

/// All members of all dimensions by the words they are called, never a sample. Patients are never
/// in it.
public final class ValueIndex {
    /// Longest phrase that is looked up, in words.
    public static final int LONGEST = 8;

    /// Dimensions whose words may be shortened: names, not codes.
    private static final Set<String> NAMES =
            Set.of("facility", "department", "provider", "payer", "plan", "specialty");

    private static final Set<String> IDENTIFYING = Set.of("patient", "claim", "encounter");

    /// The order in which a word is read that two dimensions have.
    private static final List<String> FIRST =
            List.of("financial_class", "payer", "payer_type", "plan", "line_of_business");

    /// Words that tell nobody from anybody.
    private static final Set<String> GENERIC =
            Set.of(
                    "hospital",
                    "clinic",
                    "center",
                    "centre",
                    "medical",
                    "health",
                    "healthcare",
                    "plan",
                    "insurance",
                    "general",
                    "care",
                    "group",
                    "system",
                    "regional",
                    "community",
                    "inc",
                    "llc",
                    "the",
                    "of",
                    "and",
                    "sample",
                    "service",
                    "physician",
                    "associate",
                    "dr",
                    "md",
                    "medicine",
                    "commercial",
                    "co",
                    "company",
                    "department",
                    "for",
                    "in",
                    "all",
                    "st",
                    "blue",
                    "new",
                    "other",
                    "not",
                    "no",
                    "north",
                    "south",
                    "east",
                    "west",
                    "may",
                    "march",
                    "april",
                    "june",
                    "august",
                    "day",
                    "top",
                    "high",
                    "low",
                    "best",
                    "first",
                    "last");

    private final Map<String, Set<Member>> whole = new HashMap<>();
    private final Map<String, Set<Member>> parts = new HashMap<>();
    private final Map<String, Set<Member>> surnames = new HashMap<>();

    /// What the field calls members, where the data do not have the words themselves.
    private final Map<String, Set<Member>> alike = new HashMap<>();

    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final Set<String> words = new HashSet<>();

    private ValueIndex() {}

    /// @param values dimension → member → what else it is called
    public static ValueIndex of(Map<String, Map<String, List<String>>> values) {
        var index = new ValueIndex();
        values.forEach((dimension, all) ->
                all.forEach((value, aliases) -> {
                    index.add(dimension, value, value);
                    aliases.forEach(a -> index.add(dimension, value, a));
                }));
        return index;
    }

    /// Reads a list of members that somebody wrote: dimension → values, or dimension → value → what
    /// else it is called. Keys that are no dimension are ignored.
    ///
    /// @throws ClaimscopeException USER when it is no JSON object
    public static ValueIndex read(String json) {
        try {
            var all = new LinkedHashMap<String, Map<String, List<String>>>();
            for (Map.Entry<String, JsonNode> e :
                    JsonMapper.builder().build().readTree(json).properties()) {
                var listed = new LinkedHashMap<String, List<String>>();
                if (e.getValue().isArray()) {
                    e.getValue().forEach(v -> listed.put(v.asText(), List.of()));
                }
                for (Map.Entry<String, JsonNode> m : e.getValue().properties()) {
                    var aliases = new ArrayList<String>();
                    m.getValue().forEach(a -> aliases.add(a.asText()));
                    listed.put(m.getKey(), aliases);
                }
                all.put(e.getKey(), listed);
            }
            return of(all);
        } catch (JacksonException e) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "The list of values is not a JSON object.", e);
        }
    }

    /// Reads the members of every dimension that does not identify a person.
    public static ValueIndex of(Queries queries) {
        var index = new ValueIndex();
        for (Dimension d : Dimension.values()) {
            // The provider's department has the departments' names: it is split by, never named
            // alone.
            if (d.sensitivity() != Sensitivity.NONE
                    || d.kind() == Dimension.Kind.NUMBER
                    || d == Dimension.AGING_BUCKET
                    || d == Dimension.PROVIDER_DEPARTMENT) {
                continue;
            }
            for (Map.Entry<Population, String> rows : COUNTED.entrySet()) {
                if (d.splits(rows.getKey())) {
                    index.read(queries, d, rows.getValue());
                }
            }
        }
        return index;
    }

    /// A measure that has a row for every member, by what it counts.
    private static final Map<Population, String> COUNTED =
            Map.of(
                    Population.LEDGER, "transaction_count",
                    Population.CLAIMS, "claim_count",
                    Population.ENCOUNTERS, "encounter_count");

    private void read(Queries queries, Dimension dimension, String measure) {
        try (Frame frame = queries.run(MetricQuery.of(measure).by(dimension))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                String value = frame.text(dimension.id(), r);
                if (value != null && !value.isBlank() && !value.startsWith("(")) {
                    add(dimension.id(), value, value);
                }
            }
        }
    }

    private void add(String dimension, String value, String called) {
        boolean known = Dimension.named(dimension).isPresent();
        if (!known || IDENTIFYING.contains(dimension)) {
            return;
        }
        List<String> stems =
                Tokens.of(called).stream()
                        .filter(t -> t.kind() != Token.Kind.COMMA && t.kind() != Token.Kind.DASH)
                        .map(Token::stem)
                        .toList();
        if (stems.isEmpty()) {
            return;
        }
        var member = new Member(dimension, value);
        members.computeIfAbsent(dimension, d -> new LinkedHashSet<>()).add(value);
        whole.computeIfAbsent(String.join(" ", stems), k -> new LinkedHashSet<>()).add(member);
        words.addAll(stems);
        for (String other : MemberWords.of(dimension, String.join(" ", stems))) {
            alike.computeIfAbsent(other, k -> new LinkedHashSet<>()).add(member);
            // The words of several are not known by themselves: "bal" of "small bal" is a balance.
            if (!other.contains(" ")) {
                words.add(other);
            }
        }
        if (!NAMES.contains(dimension)) {
            return;
        }
        if (dimension.equals("provider")) {
            stems.stream()
                    .filter(w -> w.length() > 2)
                    .forEach(w ->
                            surnames.computeIfAbsent(w, k -> new LinkedHashSet<>()).add(member));
        }
        for (int from = 0; from < stems.size(); from++) {
            for (int to = from + 1; to <= stems.size(); to++) {
                List<String> part = stems.subList(from, to);
                if (part.size() < stems.size() && telling(part)) {
                    parts.computeIfAbsent(String.join(" ", part), k -> new LinkedHashSet<>())
                            .add(member);
                }
            }
            // "Memorial West" is Memorial Hospital West.
            for (int other = from + 2; other < stems.size(); other++) {
                List<String> ends = List.of(stems.get(from), stems.get(other));
                if (telling(ends)) {
                    parts.computeIfAbsent(String.join(" ", ends), k -> new LinkedHashSet<>())
                            .add(member);
                }
            }
        }
    }

    private static boolean telling(List<String> part) {
        return part.stream().anyMatch(w -> w.length() > 2 && !GENERIC.contains(w));
    }

    /// The members that are called so: by their whole name, else by a part of it.
    ///
    /// @param key a phrase as [Tokens#key] writes it
    public Optional<Sense.Value> find(String key) {
        Set<Member> exact = whole.get(key);
        if (exact != null) {
            return Optional.of(new Sense.Value(sorted(exact), true));
        }
        Set<Member> part = parts.get(key);
        if (part != null) {
            return Optional.of(new Sense.Value(sorted(part), false));
        }
        Set<Member> other = alike.get(key);
        return other == null ? Optional.empty() : Optional.of(new Sense.Value(sorted(other), true));
    }

    /// The providers that are meant after a title, even by a name that is a common word: "Dr. May".
    public Optional<Sense.Value> titled(String key) {
        Set<Member> found = surnames.get(key);
        return found == null
                ? Optional.empty()
                : Optional.of(new Sense.Value(sorted(found), false));
    }

    private static List<Member> sorted(Set<Member> found) {
        var all = new ArrayList<>(found);
        all.sort(java.util.Comparator.comparingInt(m -> rank(m.dimension())));
        return all;
    }

    /// Where a dimension comes in the order of reading; those without a place come last.
    public static int rank(String dimension) {
        int at = FIRST.indexOf(dimension);
        return at < 0 ? FIRST.size() : at;
    }

    /// The member as the data write it, or the word itself where the data have none.
    public String spelled(String dimension, String value) {
        return members.getOrDefault(dimension, Set.of()).stream()
                .filter(v -> Tokens.key(v).equals(Tokens.key(value)))
                .findFirst()
                .orElse(value);
    }

    public boolean has(String dimension, String value) {
        return members.getOrDefault(dimension, Set.of()).contains(value);
    }

    /// The members of a dimension.
    public List<String> members(String dimension) {
        return List.copyOf(members.getOrDefault(dimension, Set.of()));
    }

    /// The dimensions that have members.
    public Set<String> dimensions() {
        return java.util.Collections.unmodifiableSet(members.keySet());
    }

    /// Every word of every member.
    public Set<String> words() {
        return words;
    }
}
