package org.claimscope.app.feature.ask;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.cache.Workspace.Note;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.verified.VerifiedQuestion;
import org.claimscope.nlq.verified.VerifiedQuestions;

/// What was asked and what was saved, kept in the workspace, sealed: questions may name claims.
final class AskMemory {
    private static final int MOST = 200;

    private final Workspace workspace;
    private final List<String> asked = new ArrayList<>();
    private final Conversations conversations;
    private VerifiedQuestions verified;

    AskMemory(Workspace workspace) {
        this.workspace = workspace;
        workspace
                .kept(Note.ASKED)
                .map(b -> new String(b, StandardCharsets.UTF_8))
                .ifPresent(text -> text.lines().limit(MOST).forEach(asked::add));
        conversations = new Conversations(workspace.kept(Note.THREADS));
        verified =
                workspace
                        .kept(Note.VERIFIED)
                        .map(VerifiedQuestions::of)
                        .orElseGet(VerifiedQuestions::shipped);
    }

    Conversations conversations() {
        return conversations;
    }

    /// The newest first, each once.
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    synchronized VerifiedQuestions verified() {
        return verified;
    }

    synchronized Optional<VerifiedQuestion> matching(String question) {
        return verified.matching(question);
    }

    synchronized void asked(String question) {
        String line = question.replaceAll("\\s+", " ").strip();
        asked.remove(line);
        asked.addFirst(line);
        if (asked.size() > MOST) {
            asked.removeLast();
        }
    }

    /// Writes down what was asked and saved. Used from background work only.
    void keep() {
        workspace.keep(Note.ASKED, String.join("\n", asked()).getBytes(StandardCharsets.UTF_8));
        workspace.keep(Note.VERIFIED, verified().json());
        workspace.keep(Note.THREADS, conversations.json());
    }

    synchronized void save(String question, QuestionForm form) {
        verified = verified.saved(question, form);
    }

    synchronized void forget(String question) {
        verified = verified.without(question);
    }
}
