package dev.memoized.impl.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** All that can be set, and where; {@code docs/reference/configuration.md} is generated from them. */
public enum Property {
    REFRESH_AFTER(In.METHODS, "none", "from this age on a value is stale"),
    EXPIRE_AFTER(In.ANYWHERE, "`5m`", "a value that is older is gone; `forever`"),
    REFRESH(In.METHODS, "`background`", "who renews a stale value: `background`, `caller`"),
    WAIT_FOR_REFRESH(In.METHODS, "none", "how long the caller of a stale value waits for its renewal"),
    WAIT_AFTER(In.METHODS, "none", "from this age on a stale value is served only when there is no better one"),
    EAGER_REFRESH(In.METHODS, "`0`", "the share of `refresh-after` from which on a fresh value is renewed"),
    EARLY_REFRESH(In.METHODS, "`0`", "the factor of the computation time by which values are renewed early by chance"),
    SINGLE_FLIGHT(
            In.METHODS,
            "`shared`",
            "among whom a key is computed once at a time: `shared`, all who share the backend; `local`, this JVM"),
    WHEN_COLD(In.METHODS, "`wait`", "what a caller does while another one computes: `wait`, `fail`, `compute`"),
    WAIT_AT_MOST(In.METHODS, "`30s`", "how long it waits"),
    ON_ERROR(
            In.METHODS,
            "`serve-stale`",
            "what becomes of failures while there is a stale value: `serve-stale`, `throw`"),
    VARY_BY(In.METHODS, "none", "classes of context values, separated by commas"),
    INDEPENDENT_OF(In.METHODS, "none", "classes that the result does not depend on, separated by commas"),
    ISOLATED(
            In.METHODS,
            "`false`",
            "`true`: cold calls compute apart from their callers; `false` takes nothing back that the annotation says"),
    VERSIONED_BY(In.METHODS, "none", "the class of a version source"),
    SCHEMA(In.ANYWHERE, "none", "a part of the key that you change with the form of the values"),
    KEY_GENERATOR(In.METHODS, "none", "the class of a key generator"),
    CACHE_IF(In.METHODS, "none", "the class of a condition"),
    TAGS(In.METHODS, "none", "tags, separated by commas"),
    BACKEND(In.METHODS, "none", "the name of the backend that keeps the entries"),

    JITTER(
            In.METHODS,
            "`5%`",
            "the share of a value's limits that chance may take away: `0` to below `1`, or in percent"),
    NULL_EXPIRE_AFTER(
            In.METHODS,
            "`expire-after`",
            "the limit of `null` and of an empty `Optional`, where it is shorter; `0s`: they are not remembered"),
    RETRY_AFTER(
            In.METHODS,
            "`1s`",
            "how long a key is left alone whose renewal failed; twice as long after each further failure"),
    RETRY_AT_MOST(In.METHODS, "`1m`", "the longest of these pauses"),
    CODEC(In.ANYWHERE, "`jsonb`, else `jackson`", "the id of the codec by which values become bytes"),
    COPY(In.ANYWHERE, "`false`", "callers get copies of what is kept in memory, made by the codec"),
    MAXIMUM_SIZE(In.ANYWHERE, "`10000`", "how many entries a namespace may have, where the backend is in memory"),
    MAXIMUM_VALUE_SIZE(In.ANYWHERE, "`1048576`", "in bytes, where values are bytes; what is larger is not stored"),
    LOG(In.ANYWHERE, "`false`", "each operation is told at level DEBUG, without keys and values"),

    ENABLED(In.METHODS_OR_SELF, "`true`", "`false` switches methods off; a method is off if either says so"),
    LONGEST_COMPUTATION(In.METHODS_OR_SELF, "`5m`", "after this time a computation is given up"),

    TYPE(In.BACKENDS, "none", "makes a backend of that name: `local`, or what another module brings"),
    NAMESPACE(
            In.BACKENDS,
            "none",
            "what all keys, marks and tags there begin with: applications with different ones share nothing; 1 to 100 characters"),
    TIMEOUT(In.BACKENDS, "`500ms`", "of one operation, where the backend is another process or keeps bytes"),
    LEASE(
            In.BACKENDS,
            "`10s`",
            "how long a key waits for a JVM that died while it computed, where others share the backend; at least `1s`"),

    REFRESHES_AT_MOST(In.ALL, "`1000`", "how many renewals may be queued or running"),
    DETECT_MUTATION(In.ALL, "`false`", "for tests: calls that meet a changed value fail"),
    LOCALES(In.SELF, "none", "what `RequestLocale` is narrowed to; its first holds outside of requests"),
    WARM_UP(
            In.SELF,
            "none",
            "names of methods without parameters, separated by commas: computed behind the start where nothing is remembered"),
    PRIORITY(In.SELF, "`PLATFORM_BEFORE` + 190", "of the interceptor; read when the application is built");

    /** Where something can be set. */
    public enum Place {
        /** {@code memoized.method."<name>".<key>} and what means the same. */
        METHOD,
        /** {@code memoized.backend.<name>.<key>}. */
        BACKEND,
        /** {@code memoized.default.<key>} and what means the same. */
        DEFAULT,
        /** {@code memoized.<key>}. */
        SELF
    }

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Place> places;

    private final String otherwise;
    private final String meaning;

    Property(Set<Place> places, String otherwise, String meaning) {
        this.places = places;
        this.otherwise = otherwise;
        this.meaning = meaning;
    }

    /** Its last word in keys: {@code refresh-after}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name in keys of MicroProfile's form, and as a member of the annotation, if it is one: {@code refreshAfter}. */
    public String member() {
        StringBuilder member = new StringBuilder();
        for (String word : key().split("-", -1)) {
            member.append(member.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return member.toString();
    }

    /** Whether it can be set there. */
    public boolean isIn(Place place) {
        return places.contains(place);
    }

    /** What holds when nobody says anything, for the reference page. */
    public String otherwise() {
        return otherwise;
    }

    /** What it says, for the reference page. */
    public String meaning() {
        return meaning;
    }

    /** The one whose {@link #member} it is. */
    public static Optional<Property> ofMember(String member) {
        return Arrays.stream(values())
                .filter(each -> each.member().equals(member))
                .findAny();
    }

    private static final class In {
        static final Set<Place> METHODS = Set.of(Place.METHOD, Place.DEFAULT);
        static final Set<Place> ANYWHERE = Set.of(Place.METHOD, Place.BACKEND, Place.DEFAULT);
        static final Set<Place> METHODS_OR_SELF = Set.of(Place.METHOD, Place.SELF);
        static final Set<Place> BACKENDS = Set.of(Place.BACKEND);
        static final Set<Place> ALL = Set.of(Place.DEFAULT);
        static final Set<Place> SELF = Set.of(Place.SELF);

        private In() {}
    }
}
