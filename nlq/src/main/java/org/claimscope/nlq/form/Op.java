package org.claimscope.nlq.form;

import java.util.Arrays;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// How a value is compared.
public enum Op {
    EQUAL("="),
    NOT_EQUAL("!="),
    IN("in"),
    NOT_IN("not_in"),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    BETWEEN("between"),
    CONTAINS("contains");

    private final String sign;

    Op(String sign) {
        this.sign = sign;
    }

    /// As it is written in a form.
    public String sign() {
        return sign;
    }

    public static Op of(String sign) {
        return Arrays.stream(values())
                .filter(o -> o.sign.equals(sign))
                .findFirst()
                .orElseThrow(() ->
                        new ClaimscopeException(
                                ErrorKind.USER, "A form has no such comparison: " + sign + "."));
    }
}
