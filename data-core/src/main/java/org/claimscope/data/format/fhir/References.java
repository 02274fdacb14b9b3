package org.claimscope.data.format.fhir;

/// Ids, the same on both ends of every reference.
///
/// `Patient/1`, `https://host/fhir/Patient/1`, `Patient/1/_history/2` and the resource with id `1`
/// are `1`; `urn:uuid:X` and an entry with that full URL are `X`; a conditional reference
/// (`Practitioner?identifier=system|value`) and one by identifier only are the identifier's value;
/// one by name only is the name. A contained resource has its first identifier (an NPI before
/// others), else its name, else its own id within its owner's.
final class References {
    static final String UUID = "urn:uuid:";

    private static final String NPI = "us-npi";

    private References() {}

    /// The key that a reference text means; empty for a contained one.
    static String key(String reference) {
        if (reference.startsWith("urn:")) {
            return reference.substring(reference.lastIndexOf(':') + 1);
        }
        int query = reference.indexOf('?');
        if (query >= 0) {
            int value = Math.max(reference.lastIndexOf('|'), reference.lastIndexOf('='));
            return value > query ? reference.substring(value + 1) : "";
        }
        if (reference.startsWith("#")) {
            return "";
        }
        int history = reference.indexOf("/_history");
        String path = history < 0 ? reference : reference.substring(0, history);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The type that a reference tells, such as `Patient`, or empty.
    static String type(Json reference) {
        String text = reference.text("reference");
        int end = text.indexOf('?');
        if (end < 0) {
            int history = text.indexOf("/_history");
            end = (history < 0 ? text : text.substring(0, history)).lastIndexOf('/');
        }
        if (end <= 0) {
            return reference.text("type");
        }
        return text.substring(text.lastIndexOf('/', end - 1) + 1, end);
    }

    /// The contained resource that a reference means, or none.
    static Json contained(Json reference, Json owner) {
        String text = reference.text("reference");
        if (text.startsWith("#")) {
            for (Json contained : owner.all("contained")) {
                if (contained.text("id").equals(text.substring(1))) {
                    return contained;
                }
            }
        }
        return Json.NONE;
    }

    /// The key that a reference means.
    ///
    /// @param owner the resource that has the reference
    static String key(Json reference, Json owner) {
        Json contained = contained(reference, owner);
        if (!contained.isEmpty()) {
            return keyOfContained(contained, owner);
        }
        String text = reference.text("reference");
        if (!text.isEmpty() && !text.startsWith("#")) {
            return key(text);
        }
        String identifier = reference.child("identifier").text("value");
        return identifier.isEmpty() ? reference.text("display") : identifier;
    }

    private static String keyOfContained(Json contained, Json owner) {
        String npi = npi(contained);
        if (!npi.isEmpty()) {
            return npi;
        }
        String identifier = contained.child("identifier").text("value");
        if (!identifier.isEmpty()) {
            return identifier;
        }
        // A contained Coverage or Organization without a number is told apart by what it names.
        String name = contained.text("name");
        return name.isEmpty() ? owner.text("id") + "#" + contained.text("id") : name;
    }

    /// The NPI among a resource's identifiers, or empty.
    static String npi(Json resource) {
        for (Json identifier : resource.all("identifier")) {
            boolean npi = identifier.text("system").endsWith(NPI);
            for (Json coding : identifier.child("type").all("coding")) {
                npi |= coding.text("code").equals("npi") || coding.text("code").equals("NPI");
            }
            if (npi) {
                return identifier.text("value");
            }
        }
        return "";
    }
}
