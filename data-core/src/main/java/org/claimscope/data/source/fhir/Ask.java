package org.claimscope.data.source.fhir;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A request.
///
/// @param what is asked for, in words for messages; never a URL, which can hold identifiers
/// @param form of a POST, made anew for every try; null for none
/// @param signedIn whether it carries the token
/// @param good the statuses that are an answer
/// @param limit of the answer, in bytes
record Ask(
        String what,
        String method,
        URI url,
        Map<String, String> headers,
        @Nullable Supplier<String> form,
        boolean signedIn,
        Set<Integer> good,
        long limit) {
    static final String FHIR_JSON = "application/fhir+json";

    static Ask get(String what, URI url, String accept, boolean signedIn, long limit) {
        return new Ask(
                what, "GET", url, Map.of("Accept", accept), null, signedIn, Set.of(200), limit);
    }

    Ask with(Map<String, String> more, Integer... statuses) {
        var all = new TreeMap<>(headers);
        all.putAll(more);
        return new Ask(what, method, url, all, form, signedIn, Set.of(statuses), limit);
    }

    Ask at(URI other) {
        return new Ask(what, method, other, headers, form, signedIn, good, limit);
    }
}
