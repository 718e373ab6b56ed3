package dev.memoized.impl.key;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Mutant: text goes through a charset that has no lone surrogates. */
final class Utf8Key extends ReplacingKey {
    @Override
    Object replaced(Object value) {
        return value instanceof String text ? new String(text.getBytes(UTF_8), UTF_8) : value;
    }
}
