package org.claimscope.nlq.provider;

import java.util.List;
import java.util.Optional;

/// The services that can be connected.
public final class Providers {
    private Providers() {}

    public static List<Provider> all() {
        return List.of(new OpenAiCompatible(), new Anthropic(), new Ollama(), new Gguf());
    }

    public static Optional<Provider> named(String id) {
        return all().stream().filter(p -> p.id().equals(id)).findFirst();
    }
}
