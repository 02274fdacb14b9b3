package org.claimscope.nlq.guard;

import java.io.Serial;

/// Carries a trouble out of LangChain4j's call. Has no cause and no text of anybody's.
final class Stopped extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    Stopped(Trouble trouble) {
        super(trouble.name(), null, false, false);
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
