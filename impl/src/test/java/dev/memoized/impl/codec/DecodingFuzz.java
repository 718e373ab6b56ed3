package dev.memoized.impl.codec;

/** What Jazzer calls ({@code ./mvnw -Pfuzz -pl impl -am verify}); {@link OddBytesTest} replays what it has found. */
public final class DecodingFuzz {
    private static final Decoding DECODING = new Decoding();

    private DecodingFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        DECODING.read(bytes);
    }
}
