package dev.memoized.impl.key;

import dev.memoized.spi.Namespace;
import dev.memoized.spi.TaggedKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The keys of a namespace as text: a readable prefix and a digest of everything. */
public final class CanonicalForm implements Namespace.KeyForm {
    /** To be raised when the same key would be written as other bytes. */
    private static final int FORMAT = 1;

    private static final int LONGEST_PREFIX = 64;

    private final String prefix;
    private final byte[] header;

    /**
     * For the keys of one namespace.
     *
     * @param name of the namespace
     * @param schema of the namespace; another schema gives other texts
     */
    public CanonicalForm(String name, String schema) {
        this.prefix = prefix(name) + '-';
        this.header =
                new CanonicalBytes().raw(FORMAT, 1).text(name).text(schema).toArray();
    }

    /**
     * {@inheritDoc}
     *
     * @throws UnkeyableException for an object of a class whose equality we do not know in full
     */
    @Override
    public String text(Object key) {
        CanonicalBytes bytes = new CanonicalBytes();
        PartForms.write(Snapshot.of(untagged(key)), bytes);
        MessageDigest digest = sha256();
        digest.update(header);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest(bytes.toArray()));
    }

    private static Object untagged(Object key) {
        return key instanceof TaggedKey tagged ? tagged.key() : key;
    }

    // A default name ends with its parameter types: the class and the method before them tell more.
    private static String prefix(String name) {
        int parameters = name.endsWith(")") ? name.indexOf('(') : -1;
        String telling = parameters > 0 ? name.substring(0, parameters) : name;
        String end = telling.substring(Math.max(0, telling.length() - LONGEST_PREFIX));
        return end.replaceAll("[^A-Za-z0-9_-]", "_");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java platform has SHA-256", e);
        }
    }
}
