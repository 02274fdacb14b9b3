package org.claimscope.app.feature.ask;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The conversations of a workspace, the newest first, and the one that is open. Each question
/// opens one if none is.
final class Conversations {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 20;

    private final List<Conversation> all = new ArrayList<>();
    private int open = -1;
    private int next;

    /// @param kept what [#json] wrote; what cannot be read is left out
    Conversations(Optional<byte[]> kept) {
        kept.ifPresent(bytes -> {
            try {
                for (JsonNode one : JSON.readTree(bytes)) {
                    var questions = new ArrayList<String>();
                    one.path("questions").forEach(q -> questions.add(q.asText()));
                    all.add(new Conversation(next, one.path("name").asText(), questions));
                    next++;
                }
            } catch (IOException e) {
                all.clear();
            }
        });
    }

    synchronized byte[] json() {
        try {
            return JSON.writeValueAsBytes(
                    all.stream()
                            .map(c -> Map.of("name", c.name(), "questions", c.questions()))
                            .toList());
        } catch (JacksonException e) {
            throw new IllegalStateException("questions always have a JSON", e);
        }
    }

    synchronized List<Conversation> all() {
        return List.copyOf(all);
    }

    synchronized Optional<Conversation> open() {
        return all.stream().filter(c -> c.id() == open).findFirst();
    }

    /// The next question begins another.
    synchronized void begin() {
        open = -1;
    }

    synchronized void open(Conversation conversation) {
        open = conversation.id();
    }

    /// Adds a question to the open conversation, or opens one that is called like it.
    synchronized void asked(String question) {
        Optional<Conversation> now = open();
        if (now.isPresent()) {
            all.replaceAll(c -> c.id() == open ? c.with(question) : c);
            return;
        }
        open = next;
        all.addFirst(new Conversation(next, question, List.of(question)));
        next++;
        if (all.size() > MOST) {
            all.removeLast();
        }
    }

    synchronized void rename(Conversation conversation, String name) {
        if (!name.isBlank()) {
            all.replaceAll(c -> c.id() == conversation.id() ? c.named(name.strip()) : c);
        }
    }

    synchronized void remove(Conversation conversation) {
        all.removeIf(c -> c.id() == conversation.id());
        if (open == conversation.id()) {
            open = -1;
        }
    }
}
