package org.claimscope.nlq.provider;

/// The contract for `ollama`.
final class OllamaContractTest extends ProviderContractTest {
    @Override
    String provider() {
        return "ollama";
    }
}
