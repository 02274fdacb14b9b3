package org.claimscope.app.export;

/// The greys of paper, as parts of white, and the one colour.
enum Ink {
    TEXT(0.07f, 0.09f, 0.12f),
    SECOND(0.32f, 0.35f, 0.40f),
    LINE(0.80f, 0.82f, 0.85f),
    SHADE(0.945f, 0.95f, 0.96f),
    WARN(0.55f, 0.25f, 0.0f);

    final float red;
    final float green;
    final float blue;

    Ink(float red, float green, float blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }
}
