package dev.memoized.impl.backend;

import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What may be told of keys: enough to see that two lines are about the same one.
 *
 * @param namespace of the keys
 */
record Digests(Namespace namespace) {
    private static final int LENGTH = 8;

    /** A dash for a key that cannot be written. */
    String ofKey(Object key) {
        try {
            return of(namespace.keyForm().text(key));
        } catch (RuntimeException noText) {
            return "-";
        }
    }

    /** Names of namespaces are known; those of tags and groups are made of arguments. */
    String ofMark(Mark mark) {
        String kind = mark.kind().name().toLowerCase(Locale.ROOT) + " ";
        return switch (mark.kind()) {
            case NAMESPACE -> kind + mark.name();
            case TAG -> kind + of(mark.name());
            case GROUP -> kind + mark.name() + " " + (mark.part() == null ? "-" : of(String.valueOf(mark.part())));
        };
    }

    private static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every JVM has SHA-256", never);
        }
    }
}
