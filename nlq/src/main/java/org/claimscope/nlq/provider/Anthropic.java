package org.claimscope.nlq.provider;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;

/// The Messages API; its address ends with `/v1`.
final class Anthropic implements Provider {
    private static final int LONGEST_REPLY = 1024;

    @Override
    public String id() {
        return "anthropic";
    }

    @Override
    public String label() {
        return "Anthropic";
    }

    @Override
    public ChatModel model(Connection connection, ApiKey key, HttpClientBuilder transport) {
        return AnthropicChatModel.builder()
                .httpClientBuilder(transport)
                .baseUrl(connection.baseUrl().toString())
                .apiKey(key.reveal())
                .modelName(connection.model())
                .maxTokens(LONGEST_REPLY)
                .timeout(connection.timeout())
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }
}
