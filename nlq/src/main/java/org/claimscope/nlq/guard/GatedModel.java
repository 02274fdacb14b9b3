package org.claimscope.nlq.guard;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A provider's model behind the first of two checks: the messages, before the provider turns them
/// into bytes. A listener could not do this, for LangChain4j swallows what listeners throw.
final class GatedModel implements ChatModel {
    private final ChatModel inner;
    private final Door door;
    private final List<ChatMessage> own;

    /// @param own messages that hold nobody's words
    GatedModel(ChatModel inner, Door door, List<ChatMessage> own) {
        this.inner = inner;
        this.door = door;
        this.own = own;
    }

    @Override
    public ChatResponse chat(ChatRequest request) {
        for (ChatMessage message : request.messages()) {
            if (!own.contains(message)
                    && door.closedFor(text(message).getBytes(StandardCharsets.UTF_8)).isPresent()) {
                throw new Stopped(Trouble.IDENTIFIER_FOUND);
            }
        }
        return inner.chat(request);
    }

    /// Only texts are sent: no pictures, no tools, no files.
    private static String text(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            return system.text();
        }
        if (message instanceof UserMessage user && user.hasSingleText()) {
            return user.singleText();
        }
        throw new Stopped(Trouble.IDENTIFIER_FOUND);
    }
}
