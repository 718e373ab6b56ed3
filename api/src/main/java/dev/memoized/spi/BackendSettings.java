package dev.memoized.spi;

import java.time.Duration;
import java.util.Optional;

/** What is set for one backend, {@code memoized.backend.<name>.<property>}, as its {@link BackendProvider} reads it. */
public interface BackendSettings {

    /**
     * The backend's name.
     *
     * @return {@code default} for the one that methods use which choose none
     */
    String name();

    /**
     * A text.
     *
     * @param property the last word of the key, one of {@link BackendProvider#properties}
     * @return empty when it is not set
     */
    Optional<String> text(String property);

    /**
     * A duration, such as {@code 500ms}.
     *
     * @param property see {@link #text}
     * @return zero or more; empty when it is not set
     * @throws IllegalArgumentException when it is not one
     */
    Optional<Duration> duration(String property);

    /**
     * A whole number.
     *
     * @param property see {@link #text}
     * @return zero or more; empty when it is not set
     * @throws IllegalArgumentException when it is not one
     */
    Optional<Integer> count(String property);

    /**
     * Yes or no.
     *
     * @param property see {@link #text}
     * @return empty when it is not set
     * @throws IllegalArgumentException when it is neither {@code true} nor {@code false}
     */
    Optional<Boolean> flag(String property);

    /**
     * The application's clocks.
     *
     * @return for the life of the backend
     */
    TimeSource time();
}
