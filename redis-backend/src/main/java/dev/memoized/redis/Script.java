package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/** What the server does in one step. The texts lie beside this class, and are for Redis 6.2 and later. */
enum Script {
    LEASE,
    CLAIM,
    PUBLISH,
    REPLACE,
    RENEW,
    RELEASE,
    REMAINING,
    STANDS,
    PUT,
    DELETE,
    TOUCH,
    INCREMENT,
    MARK;

    private final String source;
    private final String digest;

    Script() {
        this.source = text("prelude") + text(name().toLowerCase(Locale.ROOT));
        this.digest = sha1(source.getBytes(UTF_8));
    }

    byte[] source() {
        return source.getBytes(UTF_8);
    }

    /** By which a server knows it. */
    byte[] digest() {
        return digest.getBytes(UTF_8);
    }

    private static String text(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name + ".lua")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The server's choice; it protects nothing. */
    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("each JVM has it", e);
        }
    }
}
