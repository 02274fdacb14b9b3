package org.claimscope.nlq.provider;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import java.util.Map;

/// Ollama's own chat address; on this machine it needs no key.
final class Ollama implements Provider {
    @Override
    public String id() {
        return "ollama";
    }

    @Override
    public String label() {
        return "Ollama";
    }

    @Override
    public ChatModel model(Connection connection, ApiKey key, HttpClientBuilder transport) {
        return OllamaChatModel.builder()
                .httpClientBuilder(transport)
                .baseUrl(connection.baseUrl().toString())
                .modelName(connection.model())
                .customHeaders(
                        key.isEmpty()
                                ? Map.of()
                                : Map.of("Authorization", "Bearer " + key.reveal()))
                .temperature(0.0)
                .timeout(connection.timeout())
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }
}
