package org.claimscope.data.sync;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// What differs from one environment to the next: `${NAME}` in the urls and paths of a feed list,
/// by its `vars:` block or by whoever runs it.
final class Vars {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

    private final String file;
    private final Map<String, @Nullable String> values;
    private final @Nullable Path folder;

    /// @param file for messages
    /// @param folder of the feed list: what relative paths start from
    /// @param declared by the list; one without a value must be given
    /// @param given goes before what is declared
    /// @throws ClaimscopeException USER when one is given that the list does not know
    Vars(
            String file,
            @Nullable Path folder,
            Map<String, @Nullable String> declared,
            Map<String, String> given) {
        this.file = file;
        this.folder = folder;
        this.values = new LinkedHashMap<>(declared);
        given.forEach((name, value) -> {
            if (!declared.containsKey(name)) {
                throw new ClaimscopeException(
                        ErrorKind.USER,
                        file
                                + " has no variable "
                                + name
                                + (declared.isEmpty()
                                        ? "; it has none."
                                        : "; it has: "
                                                + String.join(", ", declared.keySet())
                                                + "."));
            }
            values.put(name, value);
        });
    }

    String fill(String text) {
        Matcher place = PLACE.matcher(text);
        var filled = new StringBuilder();
        while (place.find()) {
            String name = place.group(1);
            String value = values.get(name);
            if (value == null) {
                throw new ClaimscopeException(
                        ErrorKind.USER,
                        file
                                + ": ${"
                                + name
                                + "} has no value; give it under vars:, or with --var "
                                + name
                                + "=VALUE.");
            }
            place.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return place.appendTail(filled).toString();
    }

    Path path(String text) {
        String filled = fill(text);
        return folder == null ? Path.of(filled) : folder.resolve(filled);
    }
}
