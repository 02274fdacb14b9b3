package org.claimscope.app.feature.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Conversations are kept under their names and come back with their questions.
final class ConversationsTest {
    private final Conversations conversations = new Conversations(Optional.empty());

    private static List<String> names(Conversations of) {
        return of.all().stream().map(Conversation::name).toList();
    }

    @Test
    void theFirstQuestionNamesAConversation() {
        conversations.asked("charges last month");
        conversations.asked("by payer");
        conversations.asked("by payer");
        Conversation open = conversations.open().orElseThrow();
        assertEquals("charges last month", open.name());
        assertEquals(List.of("charges last month", "by payer"), open.questions());
    }

    @Test
    void whatIsKeptComesBack() {
        conversations.asked("charges last month");
        conversations.rename(conversations.open().orElseThrow(), " Monday ");
        conversations.begin();
        conversations.asked("payments “quoted” last month");
        var again = new Conversations(Optional.of(conversations.json()));
        assertEquals(List.of("payments “quoted” last month", "Monday"), names(again));
        assertEquals(List.of("charges last month"), again.all().getLast().questions());
        assertTrue(again.open().isEmpty(), "a new day begins a new one");
        again.open(again.all().getLast());
        again.asked("by facility");
        assertEquals(
                List.of("charges last month", "by facility"),
                again.open().orElseThrow().questions());
        again.remove(again.open().orElseThrow());
        assertEquals(List.of("payments “quoted” last month"), names(again));
        assertTrue(again.open().isEmpty());
    }

    @Test
    void theyAreBounded() {
        for (int i = 0; i < 30; i++) {
            conversations.begin();
            conversations.asked("question " + i);
        }
        assertEquals(20, conversations.all().size());
        for (int i = 0; i < 30; i++) {
            conversations.asked("more " + i);
        }
        assertEquals(12, conversations.open().orElseThrow().questions().size());
        assertEquals("more 29", conversations.open().orElseThrow().questions().getLast());
    }

    @Test
    void aDamagedNoteIsNoConversation() {
        byte[] damaged = "{\"name\"".getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of(), new Conversations(Optional.of(damaged)).all());
    }
}
