package org.claimscope.nlq.guard;

/// Why a language model said nothing that can be used. Told to people in these words; nothing that
/// a service sent is repeated.
public enum Trouble {
    IDENTIFIER_FOUND(
            "nothing was sent: what was to leave looked like, or held, a name or number of a person"),
    NOTHING_TO_ASK("nothing was sent: too few words of the question are ordinary ones"),
    BUDGET_SPENT("nothing was sent: today's budget for the model is spent"),
    WRONG_HOST(
            "nothing was sent: the request was meant for another host than the one in the settings"),
    CANCELLED("the question to the model was cancelled"),
    TIMED_OUT("the model did not answer in time"),
    NO_CONNECTION("the model could not be reached"),
    NOT_TRUSTED("the model's certificate is not trusted"),
    DROPPED("the connection to the model broke off"),
    TOO_LARGE("the model's reply was larger than allowed"),
    REDIRECTED("the model's address points to another one, which is not followed"),
    KEY_REFUSED("the model's service does not accept the key"),
    NOT_ALLOWED("the model's service does not allow this"),
    NOT_FOUND("the model's service has no such model or address"),
    TOO_MANY("the model's service takes no more requests now"),
    SERVICE_FAILED("the model's service failed"),
    BAD_REQUEST("the model's service did not understand the request"),
    DECLINED("the model declined to answer"),
    NO_FILE("there is no such model file, or it cannot be read"),
    NOT_A_MODEL("the file is not a model that llama.cpp can run, or does not fit into memory"),
    NO_ENGINE("models of files cannot run on this machine: llama.cpp does not load"),
    UNREADABLE("the model's reply could not be read");

    private final String words;

    Trouble(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// What an HTTP status other than success means.
    static Trouble ofStatus(int status) {
        return switch (status) {
            case 401 -> KEY_REFUSED;
            case 403 -> NOT_ALLOWED;
            case 404 -> NOT_FOUND;
            case 408 -> TIMED_OUT;
            case 429 -> TOO_MANY;
            default ->
                    status >= 300 && status < 400
                            ? REDIRECTED
                            : status >= 500 ? SERVICE_FAILED : BAD_REQUEST;
        };
    }
}
