package org.claimscope.nlq.model;

import java.io.Serial;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What is wrong with a model's reply, in fixed words: it is told to the model once, so it must
/// hold nothing of the reply and no value.
enum Complaint {
    NO_JSON("it held no JSON object."),
    BAD_JSON("it was not complete and valid JSON."),
    UNKNOWN_KEY("it had a key that the form does not have."),
    WRONG_TYPE("a key had a value of the wrong type."),
    NO_SUCH_MEASURE("it named a measure that is not in the list."),
    NO_SUCH_DIMENSION("it named a dimension that is not in the list."),
    NO_SUCH_FIELD("a filter was on a field that is not in the list."),
    NO_SUCH_OP("a filter had an op that does not exist, or that its field cannot have."),
    NO_SUCH_MEMBER("a filter's value was neither a mask of the question nor a known code."),
    NOT_A_NUMBER("a condition on a number needs one number, or two with between."),
    NO_SUCH_GRAIN("time_grain was not one of the list."),
    BAD_WINDOW("a window's days were not dates, or it ended before it began."),
    BAD_COMPARISON("the comparison was not one of the list, or custom without a window."),
    BAD_ORDER("it ordered by something that the form does not have."),
    BAD_LIMIT("limit must be 1 to 1000."),
    NOTHING_ASKED("it had neither a measure nor a dimension to list.");

    /// All of them, to know which words are ours.
    static final String ALL =
            Arrays.stream(values()).map(c -> c.words).collect(Collectors.joining(" "));

    private final String words;

    Complaint(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /// Carries a complaint out of the reading of a reply.
    static final class Found extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;

        private final Complaint complaint;

        Found(Complaint complaint) {
            super(complaint.name(), null, false, false);
            this.complaint = complaint;
        }

        Complaint complaint() {
            return complaint;
        }
    }
}
