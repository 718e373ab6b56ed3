package dev.memoized.impl.config;

import dev.memoized.impl.config.Property.Place;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the keys that mean something from those that somebody has mistyped. */
public final class KnownKeys {
    private static final String ROOT = "memoized.";
    private static final Set<String> OF_TESTS = Set.of("calls", "require", "redis", "rounds", "servers", "write-docs");
    private static final Pattern OF_METHOD = Pattern.compile("memoized\\.method\\.\"([^\"]+)\"\\.(.+)");
    private static final Pattern OF_BACKEND = Pattern.compile("memoized\\.backend\\.(.+)\\.([^.]+)");
    private static final Pattern OF_MICRO_PROFILE = Pattern.compile("(.+/)?Memoized/([^/]*)");

    private final Set<String> ofBackends = new TreeSet<>();

    /**
     * All keys.
     *
     * @param ofBackends last words of backends' keys besides our own
     */
    public KnownKeys(Collection<String> ofBackends) {
        this.ofBackends.addAll(keysIn(Place.BACKEND));
        this.ofBackends.addAll(ofBackends);
    }

    /** The keys that mean nothing, each with the nearest one that does. */
    public Map<String, String> unknown(Settings settings) {
        return settings.keys().stream()
                .filter(key -> nearest(key).isPresent())
                .collect(Collectors.toMap(
                        Function.identity(), key -> nearest(key).orElseThrow(), (one, other) -> one, TreeMap::new));
    }

    /** The names of methods that keys speak of. */
    public static Set<String> methods(Settings settings) {
        return settings.keys().stream()
                .map(OF_METHOD::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of backends that a key gives a type. */
    public static Set<String> backends(Settings settings) {
        return settings.keys().stream()
                .map(OF_BACKEND::matcher)
                .filter(matcher -> matcher.matches() && matcher.group(2).equals(Property.TYPE.key()))
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What was meant instead; empty when the key means something, or is not ours. */
    private Optional<String> nearest(String key) {
        Matcher microProfile = OF_MICRO_PROFILE.matcher(key);
        if (microProfile.matches()) {
            Place place = microProfile.group(1) == null ? Place.DEFAULT : Place.METHOD;
            return corrected(key, microProfile.group(2), membersIn(place));
        }
        if (!key.startsWith(ROOT)) {
            return Optional.empty();
        }
        String first = key.substring(ROOT.length()).split("\\.", 2)[0];
        return switch (first) {
            case "method" -> ofMethod(key);
            case "backend" -> ofBackend(key);
            case "default" -> ofDefault(key);
            default -> OF_TESTS.contains(first) ? Optional.empty() : ofSelf(key);
        };
    }

    private Optional<String> ofMethod(String key) {
        Matcher matcher = OF_METHOD.matcher(key);
        return matcher.matches()
                ? corrected(key, matcher.group(2), keysIn(Place.METHOD))
                : Optional.of("memoized.method.\"<name>\".<property>");
    }

    private Optional<String> ofBackend(String key) {
        Matcher matcher = OF_BACKEND.matcher(key);
        return matcher.matches()
                ? corrected(key, matcher.group(2), ofBackends)
                : Optional.of("memoized.backend.<name>.<property>");
    }

    private static Optional<String> ofDefault(String key) {
        String before = "memoized.default.";
        return key.startsWith(before)
                ? corrected(key, key.substring(before.length()), keysIn(Place.DEFAULT))
                : Optional.of(before + "<property>");
    }

    private static Optional<String> ofSelf(String key) {
        List<String> known = keysIn(Place.SELF);
        return corrected(key, key.substring(ROOT.length()), known);
    }

    /** The key with its last word corrected, if that has to be; what is set elsewhere is meant there. */
    private static Optional<String> corrected(String key, String word, Collection<String> known) {
        if (known.contains(word)) {
            return Optional.empty();
        }
        String before = key.substring(0, key.length() - word.length());
        return elsewhere(word).or(() -> Nearest.to(word, known).map(before::concat));
    }

    private static Optional<String> elsewhere(String word) {
        return Arrays.stream(Property.values())
                .filter(each -> each.key().equals(word))
                .findAny()
                .map(KnownKeys::usual);
    }

    private static String usual(Property property) {
        if (property.isIn(Place.SELF)) {
            return ROOT + property.key();
        }
        return property.isIn(Place.DEFAULT)
                ? "memoized.default." + property.key()
                : "memoized.backend.<name>." + property.key();
    }

    private static List<String> keysIn(Place place) {
        return in(place).map(Property::key).toList();
    }

    private static List<String> membersIn(Place place) {
        return in(place).map(Property::member).toList();
    }

    private static Stream<Property> in(Place place) {
        return Arrays.stream(Property.values())
                .filter(each -> each.isIn(place))
                .sorted(Comparator.comparing(Property::key));
    }
}
