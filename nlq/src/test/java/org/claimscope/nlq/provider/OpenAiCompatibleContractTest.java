package org.claimscope.nlq.provider;

/// The contract for `openai`.
final class OpenAiCompatibleContractTest extends ProviderContractTest {
    @Override
    String provider() {
        return "openai";
    }
}
