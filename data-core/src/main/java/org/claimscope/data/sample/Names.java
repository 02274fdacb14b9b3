package org.claimscope.data.sample;

import java.util.List;

/// Names and addresses to draw from, some of them awkward for careless readers (accents,
/// apostrophes, commas).
final class Names {
    static final List<String> LAST =
            List.of(
                    "Abara",
                    "Aldous",
                    "Ashgrove",
                    "Bakke",
                    "Barrow",
                    "Bellweather",
                    "Birch",
                    "Boateng",
                    "Bramble",
                    "Calder",
                    "Castellan",
                    "Cho",
                    "Clayborn",
                    "Corrigan",
                    "Dacosta",
                    "Dalgaard",
                    "Dunmore",
                    "Ekberg",
                    "Eldridge",
                    "Falk",
                    "Fenwick",
                    "Ferreira",
                    "Galloway",
                    "Garnet",
                    "Hadley",
                    "Haverford",
                    "Holm",
                    "Ibarra",
                    "Ives",
                    "Jansson",
                    "Juniper",
                    "Kaplow",
                    "Kettering",
                    "Lindqvist",
                    "Lowe",
                    "Madaki",
                    "Marchetti",
                    "Moss",
                    "Núñez",
                    "O'Dell",
                    "Okafor",
                    "Pemberton",
                    "Pike",
                    "Quill",
                    "Rainier",
                    "Reyes-Holt",
                    "Rosen",
                    "Sandoval",
                    "Sorrel",
                    "Stroud",
                    "Tamsin",
                    "Thorne",
                    "Tran",
                    "Underhill",
                    "Vance",
                    "Varga",
                    "Whitlock",
                    "Wren",
                    "Yarrow",
                    "Zeller");
    static final List<String> AREA_CODES = List.of("217", "309", "618", "815");

    private static final List<String> WOMEN =
            List.of(
                    "Ada", "Bea", "Carmen", "Dora", "Edith", "Fatima", "Greta", "Hana", "Ines",
                    "June", "Keiko", "Lena", "Maya", "Nadia", "Olive", "Priya", "Rosa", "Sofia",
                    "Tess", "Uma", "Vera", "Willa", "Yara", "Zoë");
    private static final List<String> MEN =
            List.of(
                    "Abel", "Bruno", "Cyrus", "Dmitri", "Elias", "Felix", "Gus", "Hugo", "Ivan",
                    "Jonas", "Karim", "Leo", "Marcus", "Nils", "Omar", "Paolo", "Quentin", "Rafael",
                    "Simon", "Theo", "Ulrich", "Victor", "Wes", "Yusuf");
    private static final List<String> STREETS =
            List.of(
                    "Alder Street",
                    "Beacon Road",
                    "Canal Street",
                    "Dune Way",
                    "Estuary Drive",
                    "Ferry Lane",
                    "Gull Court",
                    "Harbor Street",
                    "Inlet Road",
                    "Jetty Lane");

    private Names() {}

    static List<String> first(char sex) {
        return sex == 'F' ? WOMEN : MEN;
    }

    static String address(Draw draw) {
        String street = draw.between(1, 980) + " " + draw.oneOf(STREETS);
        return draw.chance(0.15) ? street + ", Unit " + draw.between(1, 40) : street;
    }
}
