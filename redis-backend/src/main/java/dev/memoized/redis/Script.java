package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a server does in one step. The texts lie beside this class, and are for Redis 6.2 and later. */
enum Script {
    LEASE(Currency.RECENT),
    CLAIM(Currency.NOW),
    PUBLISH(Currency.EVER),
    REPLACE(Currency.NOW),
    RENEW(Currency.RECENT),
    RELEASE(Currency.EVER),
    REMAINING(Currency.RECENT),
    STANDS(Currency.RECENT),
    KEEP(Currency.RECENT),
    PUT(Currency.NOW),
    DELETE(Currency.RECENT),
    TOUCH(Currency.RECENT),
    INCREMENT(Currency.RECENT),
    MARK(Currency.NOW),
    MARKS(Currency.NOW);

    private final Currency currency;
    private final String beside;
    private final String besideDigest;
    private final String apart;
    private final String apartDigest;

    Script(Currency currency) {
        this.currency = currency;
        this.beside = text("beside");
        this.besideDigest = sha1(beside.getBytes(UTF_8));
        this.apart = text("apart");
        this.apartDigest = sha1(apart.getBytes(UTF_8));
    }

    /** How well marks must be known to it that it cannot see. */
    Currency currency() {
        return currency;
    }

    /** For a server that has marks and entries. */
    Text beside() {
        return new Text(beside, besideDigest);
    }

    /** For one that is told of marks. */
    Text apart() {
        return new Text(apart, apartDigest);
    }

    private String text(String marks) {
        return List.of("prelude", marks, "entry", name().toLowerCase(Locale.ROOT)).stream()
                .map(Script::part)
                .collect(Collectors.joining());
    }

    private static String part(String name) {
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

    /**
     * One that is to be sent.
     *
     * @param code in Lua
     * @param name by which a server knows it
     */
    record Text(String code, String name) {

        byte[] source() {
            return code.getBytes(UTF_8);
        }

        byte[] digest() {
            return name.getBytes(UTF_8);
        }
    }
}
