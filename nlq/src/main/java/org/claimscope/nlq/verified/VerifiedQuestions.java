package org.claimscope.nlq.verified;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.nlq.form.FormJson;
import org.claimscope.nlq.form.QuestionForm;

/// All verified questions: those that ship, then those that were saved.
public record VerifiedQuestions(List<VerifiedQuestion> all) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public VerifiedQuestions {
        all = List.copyOf(all);
    }

    /// The packs that ship: daily billing, denials, compliance and audit, executive.
    public static VerifiedQuestions shipped() {
        var all = new ArrayList<VerifiedQuestion>();
        String pack = "";
        for (String line : lines()) {
            if (line.startsWith("[")) {
                pack = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                all.add(new VerifiedQuestion(pack, line.strip(), Optional.empty()));
            }
        }
        return new VerifiedQuestions(all);
    }

    private static List<String> lines() {
        try (InputStream in =
                Objects.requireNonNull(VerifiedQuestions.class.getResourceAsStream("packs.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The question that other words ask too.
    public Optional<VerifiedQuestion> matching(String asked) {
        return all.stream().filter(q -> q.matches(asked)).findFirst();
    }

    /// With one more; one that is there already is replaced.
    public VerifiedQuestions saved(String question, QuestionForm form) {
        return new VerifiedQuestions(
                Stream.concat(
                                without(question).all().stream(),
                                Stream.of(
                                        new VerifiedQuestion(
                                                VerifiedQuestion.SAVED,
                                                question.strip(),
                                                Optional.of(form))))
                        .toList());
    }

    /// Without a saved one; those that ship stay.
    public VerifiedQuestions without(String question) {
        return new VerifiedQuestions(
                all.stream().filter(q -> q.form().isEmpty() || !q.matches(question)).toList());
    }

    /// The saved ones, to be kept.
    public byte[] json() {
        var saved = new ArrayList<Map<String, Object>>();
        for (VerifiedQuestion q : all) {
            q.form()
                    .ifPresent(form -> {
                        var one = new LinkedHashMap<String, Object>();
                        one.put("question", q.question());
                        one.put("form", FormJson.document(form));
                        saved.add(one);
                    });
        }
        try {
            return JSON.writeValueAsBytes(saved);
        } catch (JacksonException e) {
            throw new IllegalStateException("forms always have a JSON", e);
        }
    }

    /// The shipped ones and what [#json] kept; what cannot be read is left out.
    public static VerifiedQuestions of(byte[] kept) {
        VerifiedQuestions all = shipped();
        try {
            for (JsonNode one : JSON.readTree(kept)) {
                all =
                        all.saved(
                                one.path("question").asText(),
                                FormJson.read(JSON.writeValueAsString(one.path("form"))));
            }
        } catch (IOException | ClaimscopeException e) {
            return all;
        }
        return all;
    }
}
