package dev.memoized.it.application;

/** A bean that the runtime guards: an EJB where there are such. */
public interface Vault {
    /** The name of what it remembers. */
    String NAME = "vault";

    /** Remembered, and for readers. */
    String remembered(String key);

    /** For readers, and not remembered. */
    String plain(String key);
}
