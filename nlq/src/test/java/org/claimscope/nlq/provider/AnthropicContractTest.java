package org.claimscope.nlq.provider;

/// The contract for `anthropic`.
final class AnthropicContractTest extends ProviderContractTest {
    @Override
    String provider() {
        return "anthropic";
    }
}
