package org.claimscope.data.sample;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// One seed, many independent streams of chance (L64X128MixRandom).
///
/// Every visit has streams of its own, so that a change in one part of the story leaves all others
/// as they were, and a part can be told again without the whole.
record Randomness(long seed) {
    private static final RandomGeneratorFactory<RandomGenerator> L64_X128_MIX =
            RandomGeneratorFactory.of("L64X128MixRandom");

    enum Stream {
        PROVIDERS(0x8CB92BA72F3D8DD7L),
        PATIENTS(0x5851F42D4C957F2DL),
        VOLUME(0xA0761D6478BD642FL),
        VISIT(0xE7037ED1A0B428DBL),
        CHARGES(0x8EBC6AF09C88C6E3L),
        PAYER(0x589965CC75374CC3L),
        MISHAP(0x1D8E4E27C47D124FL),
        LIVE(0xEB44ACCAB455D165L),
        NOTES(0x2545F4914F6CDD1DL);

        private final long salt;

        Stream(long salt) {
            this.salt = salt;
        }
    }

    Draw of(Stream stream, long index) {
        // Odd multipliers and a salt per stream keep neighbouring indexes and neighbouring seeds
        // apart.
        long mixed = seed * 0x9E3779B97F4A7C15L ^ index * 0xD1B54A32D192ED03L ^ stream.salt;
        return new Draw(L64_X128_MIX.create(mixed));
    }
}
