package org.claimscope.nlq.provider;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;

/// A kind of language model service. A new one is one file here and one line in [Providers].
///
/// ```java
/// final class Example implements Provider {
///     public String id() { return "example"; }
///     public String label() { return "Example"; }
///     public ChatModel model(Connection c, ApiKey key, HttpClientBuilder transport) {
///         return ExampleChatModel.builder().httpClientBuilder(transport)…build();
///     }
/// }
/// ```
public interface Provider {
    /// As settings name it.
    String id();

    /// What people call it.
    String label();

    /// A model that speaks over the given transport only, does not repeat calls by itself and logs
    /// nothing.
    ///
    /// @param transport the gateway's; never a client of LangChain4j's own
    ChatModel model(Connection connection, ApiKey key, HttpClientBuilder transport);
}
