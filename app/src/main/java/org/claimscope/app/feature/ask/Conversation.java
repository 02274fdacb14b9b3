package org.claimscope.app.feature.ask;

import java.util.ArrayList;
import java.util.List;

/// Questions that belong together, under a name. Their answers are not kept: they are asked again.
///
/// @param questions the oldest first
record Conversation(int id, String name, List<String> questions) {
    private static final int MOST = 12;

    Conversation {
        questions = List.copyOf(questions);
    }

    Conversation named(String other) {
        return new Conversation(id, other, questions);
    }

    /// With one question more; the same again at its end is none. The oldest make room.
    Conversation with(String question) {
        if (!questions.isEmpty() && questions.getLast().equals(question)) {
            return this;
        }
        var all = new ArrayList<>(questions);
        all.add(question);
        return new Conversation(id, name, all.subList(Math.max(0, all.size() - MOST), all.size()));
    }
}
