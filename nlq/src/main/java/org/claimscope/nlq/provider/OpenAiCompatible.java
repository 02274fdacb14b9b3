package org.claimscope.nlq.provider;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;

/// Chat completions as OpenAI defined them: also Azure's v1 address
/// (`https://<resource>.openai.azure.com/openai/v1`), vLLM, LM Studio and llama.cpp's server.
final class OpenAiCompatible implements Provider {
    @Override
    public String id() {
        return "openai";
    }

    @Override
    public String label() {
        return "OpenAI-compatible";
    }

    @Override
    public ChatModel model(Connection connection, ApiKey key, HttpClientBuilder transport) {
        var builder =
                OpenAiChatModel.builder()
                        .httpClientBuilder(transport)
                        .baseUrl(connection.baseUrl().toString())
                        .modelName(connection.model())
                        .timeout(connection.timeout())
                        .maxRetries(0)
                        .logRequests(false)
                        .logResponses(false);
        if (!key.isEmpty()) {
            builder.apiKey(key.reveal());
        }
        return builder.build();
    }
}
