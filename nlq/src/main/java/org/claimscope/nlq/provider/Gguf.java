package org.claimscope.nlq.provider;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.LinkedHashMap;

/// A GGUF file, run inside this program: its address is `file:///…/model.gguf`, and nothing leaves
/// the machine. The transport carries the request to the engine instead of to a host, so that the
/// gateway checks, counts and notes it like any other.
final class Gguf implements Provider {
    static final String ID = "gguf";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_REPLY = 1024;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "GGUF file";
    }

    @Override
    public ChatModel model(Connection connection, ApiKey key, HttpClientBuilder transport) {
        return new FileModel(connection.baseUrl().toString(), transport.build());
    }

    /// @param address of the file
    private record FileModel(String address, HttpClient transport) implements ChatModel {
        @Override
        public ChatResponse chat(ChatRequest request) {
            String reply =
                    transport
                            .execute(
                                    HttpRequest.builder()
                                            .method(HttpMethod.POST)
                                            .url(address)
                                            .addHeader("Content-Type", "application/json")
                                            .body(body(request))
                                            .build())
                            .body();
            return ChatResponse.builder().aiMessage(AiMessage.from(reply)).build();
        }

        /// What llama.cpp reads: the texts, and the schema that its grammar is made of.
        private static String body(ChatRequest request) {
            var body = new LinkedHashMap<String, Object>();
            for (ChatMessage message : request.messages()) {
                switch (message) {
                    case SystemMessage system -> body.put("system", system.text());
                    case UserMessage user -> body.put("user", user.singleText());
                    default -> throw new IllegalArgumentException("only texts are asked");
                }
            }
            ResponseFormat format = request.responseFormat();
            if (format != null && format.jsonSchema() != null) {
                body.put(
                        "json_schema",
                        JsonSchemaElementUtils.toMap(format.jsonSchema().rootElement()));
            }
            body.put("n_predict", LONGEST_REPLY);
            try {
                return JSON.writeValueAsString(body);
            } catch (JacksonException e) {
                throw new IllegalStateException("a request cannot be written as JSON", e);
            }
        }
    }
}
