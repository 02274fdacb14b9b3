package org.claimscope.nlq.lexicon;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimscope.nlq.lexicon.TaughtWord.Meaning;
import org.claimscope.nlq.question.Tokens;

/// The words that were taught in one workspace, in their order. A member may name a person: whoever
/// keeps them keeps them sealed.
public record TaughtWords(List<TaughtWord> all) {
    public static final TaughtWords NONE = new TaughtWords(List.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public TaughtWords {
        all = List.copyOf(all);
    }

    /// With one more; the same phrase again is replaced.
    public TaughtWords with(TaughtWord word) {
        return new TaughtWords(
                Stream.concat(without(word.phrase()).all().stream(), Stream.of(word)).toList());
    }

    public TaughtWords without(String phrase) {
        String key = Tokens.key(phrase);
        return new TaughtWords(
                all.stream().filter(w -> !Tokens.key(w.phrase()).equals(key)).toList());
    }

    /// To be kept.
    public byte[] json() {
        var kept = new ArrayList<Map<String, String>>();
        for (TaughtWord word : all) {
            var one = new LinkedHashMap<String, String>();
            one.put("phrase", word.phrase());
            switch (word.meaning()) {
                case Meaning.OfMeasure(String id) -> one.put("measure", id);
                case Meaning.OfDimension(String id) -> one.put("dimension", id);
                case Meaning.OfMember(Member(String dimension, String value)) -> {
                    one.put("dimension", dimension);
                    one.put("member", value);
                }
            }
            kept.add(one);
        }
        try {
            return JSON.writeValueAsBytes(kept);
        } catch (JacksonException e) {
            throw new IllegalStateException("words always have a JSON", e);
        }
    }

    /// What [#json] kept; nothing when it cannot be read.
    public static TaughtWords of(byte[] kept) {
        try {
            var all = new ArrayList<TaughtWord>();
            for (JsonNode one : JSON.readTree(kept)) {
                String dimension = one.path("dimension").asText();
                Meaning meaning =
                        one.has("measure")
                                ? new Meaning.OfMeasure(one.path("measure").asText())
                                : one.has("member")
                                        ? new Meaning.OfMember(
                                                new Member(dimension, one.path("member").asText()))
                                        : new Meaning.OfDimension(dimension);
                all.add(new TaughtWord(one.path("phrase").asText(), meaning));
            }
            return new TaughtWords(all);
        } catch (IOException e) {
            return NONE;
        }
    }
}
