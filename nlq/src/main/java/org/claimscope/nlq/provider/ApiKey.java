package org.claimscope.nlq.provider;

/// The secret of a connection. Prints as dots, and is no record, so that nothing writes it by
/// chance.
public final class ApiKey {
    private final String secret;

    private ApiKey(String secret) {
        this.secret = secret;
    }

    /// @param secret empty for services that need none, such as Ollama on this machine
    public static ApiKey of(String secret) {
        return new ApiKey(secret.strip());
    }

    public static ApiKey none() {
        return new ApiKey("");
    }

    public boolean isEmpty() {
        return secret.isEmpty();
    }

    /// The secret itself: for the headers of a request only.
    public String reveal() {
        return secret;
    }

    @Override
    public String toString() {
        return isEmpty() ? "no key" : "•••";
    }
}
