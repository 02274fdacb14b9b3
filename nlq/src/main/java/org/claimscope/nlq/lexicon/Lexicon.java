package org.claimscope.nlq.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Measure.Window;
import org.claimscope.data.catalog.Population;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.question.Tokens;

/// Which phrases mean which measure, dimension or counted thing: the catalog's ids, labels and
/// synonyms and the field's abbreviations.
public final class Lexicon {
    public static final String CLAIM_STATUS = "claim_status";
    public static final String DENIED = "Denied";

    /// "By type": of what, the sentence says.
    public static final String TYPE = "type";

    /// "Claims paid" are claims with a status, not an amount.
    private static final Set<String> UNLIKE_THEIR_WORDS = Set.of("claim_paid", "claim_billed");

    private final Map<String, MeasureEntry> measures = new LinkedHashMap<>();
    private final Map<String, String> dimensionLabels = new LinkedHashMap<>();
    private final Map<String, Sense> phrases = new HashMap<>();
    private final Set<String> words = new LinkedHashSet<>();

    /// The catalog's words and the taught ones; those that the catalog has by now mean what the
    /// catalog says.
    public Lexicon(Catalog catalog, TaughtWords taught) {
        this(catalog);
        for (TaughtWord word : taught.all()) {
            if (!phrases.containsKey(Tokens.key(word.phrase()))) {
                put(word.phrase(), sense(word));
            }
        }
    }

    private static Sense sense(TaughtWord word) {
        return switch (word.meaning()) {
            case TaughtWord.Meaning.OfMeasure(String id) ->
                    new Sense.Measure(List.of(id), List.of());
            case TaughtWord.Meaning.OfDimension(String id) -> new Sense.Dimension(id);
            case TaughtWord.Meaning.OfMember(Member member) ->
                    new Sense.Value(List.of(member), true);
        };
    }

    public Lexicon(Catalog catalog) {
        var listed = FieldWords.measures();
        catalog.kpis().forEach(k -> measures.put(k.id(), entry(k)));
        for (Dimension d : Dimension.values()) {
            dimensionLabels.put(d.id(), d.words().getFirst());
        }
        FieldWords.dimensions()
                .forEach((id, all) -> all.forEach(w -> put(w, new Sense.Dimension(id))));
        for (Dimension d : Dimension.values()) {
            d.words().forEach(w -> putIfAbsent(w, new Sense.Dimension(d.id())));
        }
        dimensionLabels.keySet().forEach(d -> putIfAbsent(d, new Sense.Dimension(d)));
        put(TYPE, new Sense.Dimension(TYPE));
        put("category", new Sense.Dimension(TYPE));
        entity("patient", "patient_count", "patient, people");
        entity("claim", "claim_count", "claim");
        entity("remittance", "remittance_count", "remittance, remittance advice");
        entity("encounter", "encounter_count", "encounter, visit, stay");
        for (MeasureEntry m : measures.values()) {
            var sense = new Sense.Measure(List.of(m.id()), List.of());
            listed.getOrDefault(m.id(), List.of()).forEach(w -> put(w, sense));
            m.words().forEach(w -> putIfAbsent(w, sense));
            if (!UNLIKE_THEIR_WORDS.contains(m.id())) {
                put(m.id().replace('_', ' '), sense);
            }
        }
        measures.values().forEach(this::qualified);
        FieldWords.ambiguous()
                .forEach((phrase, ids) -> put(phrase, new Sense.Measure(ids, List.of())));
        implied(
                "claim_count",
                Filter.is(CLAIM_STATUS, DENIED),
                "denial, claim denial, denial count, denial volume, denials volume");
        implied(
                "adjustments",
                Filter.is("adjustment_type", "Write-off"),
                "write off, written off, amount written off, write off amount, write off dollars, writeoff, write off adjustments, write down, written down, writedown");
        implied(
                "adjustments",
                Filter.is("adjustment_type", "Takeback"),
                "takeback, take back, taken back, recoupment, recouped, recoup, clawback, clawed back");
        implied(
                "adjustments",
                Filter.is("adjustment_type", "Contractual"),
                "contractuals, contractual adjustments, contractual allowance, contractual write off, contractual amount");
        implied(
                "adjustments",
                Filter.is("adjustment_type", "Bad debt"),
                "bad debt, bad debt write off, bad debt adjustments, bad debts");
        implied(
                "adjustments",
                Filter.is("adjustment_type", "Charity"),
                "charity care, charity write off, charity adjustments");
    }

    private static MeasureEntry entry(Kpi kpi) {
        Kpi.Definition d = kpi.definition();
        var words = new ArrayList<String>();
        words.add(d.label());
        // A question has no comma inside a name.
        words.add(d.label().replace(",", ""));
        words.addAll(d.synonyms());
        boolean snapshot =
                d.numerator().population() == Population.ACCOUNTS
                        || d.numerator().window() == Window.UP_TO_END;
        return new MeasureEntry(kpi.id(), d.label(), d.unit(), d.polarity(), snapshot, words);
    }

    /// "Initial denial rate, dollars": every name of the measure without the qualifier means this
    /// one when the qualifier is said with it.
    private void qualified(MeasureEntry m) {
        int comma = m.label().lastIndexOf(", ");
        if (comma < 0) {
            return;
        }
        String qualifier = m.label().substring(comma + 2);
        String base = Tokens.key(m.label().substring(0, comma));
        if (!(phrases.get(base) instanceof Sense.Measure plain) || plain.id().equals(m.id())) {
            return;
        }
        var sense = new Sense.Measure(List.of(m.id()), List.of());
        phrases.entrySet().stream()
                .filter(e -> e.getValue().equals(plain))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(name -> {
                    for (String by : List.of(" ", " in ", " by ", " based on ")) {
                        putIfAbsent(name + by + qualifier, sense);
                    }
                    putIfAbsent(qualifier + " " + name, sense);
                });
    }

    private void entity(String dimension, String count, String all) {
        for (String word : all.split(", ")) {
            put(word, new Sense.Entity(dimension, count));
        }
    }

    private void implied(String measure, Filter filter, String all) {
        for (String word : all.split(", ")) {
            put(word, new Sense.Measure(List.of(measure), List.of(filter)));
        }
    }

    private void put(String phrase, Sense sense) {
        String key = Tokens.key(phrase.replace('_', ' '));
        phrases.put(key, sense);
        words.addAll(List.of(key.split(" ")));
    }

    private void putIfAbsent(String phrase, Sense sense) {
        String key = Tokens.key(phrase.replace('_', ' '));
        if (!FieldWords.NOT_IN_QUESTIONS.contains(phrase.toLowerCase(java.util.Locale.ROOT))
                && !phrases.containsKey(key)) {
            put(phrase, sense);
        }
    }

    /// @param key a phrase as [Tokens#key] writes it
    public Optional<Sense> sense(String key) {
        return Optional.ofNullable(phrases.get(key));
    }

    /// Every word of every phrase.
    public Set<String> words() {
        return words;
    }

    public Optional<MeasureEntry> measure(String id) {
        return Optional.ofNullable(measures.get(id));
    }

    /// All measures, in the catalog's order.
    public List<MeasureEntry> measures() {
        return List.copyOf(measures.values());
    }

    /// What a measure, dimension or field is called.
    public String label(String id) {
        MeasureEntry measure = measures.get(id);
        if (measure != null) {
            return measure.label();
        }
        return dimensionLabels.getOrDefault(id, id.replace('_', ' '));
    }
}
