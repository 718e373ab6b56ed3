package dev.memoized.infinispan;

/** What tests remember. */
public interface Books {
    String TITLE = "books.title(java.lang.String)";

    String title(String key);
}
