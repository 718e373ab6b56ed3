package dev.memoized.impl.config;

import dev.memoized.impl.config.Property.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one method: its own, those of its backend, and those of all.
 *
 * @param all where they are read
 * @param method whose they are
 * @param backend the name of its backend; empty before it is known
 */
public record MethodSettings(Settings all, Names method, String backend) {

    /**
     * The names by which a method can be meant.
     *
     * @param name its namespace
     * @param beanClass its bean's class
     * @param simple the method's
     * @param parameters their types: {@code (java.lang.String,int)}
     */
    public record Names(String name, String beanClass, String simple, String parameters) {
        /** Of no method. */
        public static final Names NONE = new Names("", "", "", "");

        /** Without its namespace: {@code com.acme.Books#topBooks(java.lang.String)}. */
        public String signature() {
            return beanClass + "#" + simple + parameters;
        }

        private List<String> keys(Property property) {
            String member = "/Memoized/" + property.member();
            return List.of(
                    key(name, property),
                    key(signature(), property),
                    beanClass + "/" + simple + member,
                    beanClass + member);
        }
    }

    /** Those that hold where no method is concerned. */
    public static MethodSettings ofAll(Settings all) {
        return new MethodSettings(all, Names.NONE, "");
    }

    /** The same of a method whose backend is known. */
    public MethodSettings at(String nameOfBackend) {
        return new MethodSettings(all, method, nameOfBackend);
    }

    /** The key of a method's own setting. */
    public static String key(String name, Property property) {
        return "memoized.method.\"" + name + "\"." + property.key();
    }

    /** What is set for the method, or for its class; null when nothing is. */
    public @Nullable Setting own(Property property) {
        return method.equals(Names.NONE) || !property.isIn(Place.METHOD) ? null : first(method.keys(property));
    }

    /** What is set for its backend, else for all; null when nothing is. */
    public @Nullable Setting common(Property property) {
        List<String> keys = new ArrayList<>();
        if (property.isIn(Place.BACKEND) && !backend.isEmpty()) {
            keys.add("memoized.backend." + backend + "." + property.key());
        }
        if (property.isIn(Place.DEFAULT)) {
            keys.add("memoized.default." + property.key());
            keys.add("Memoized/" + property.member());
        }
        if (property.isIn(Place.SELF)) {
            keys.add("memoized." + property.key());
        }
        return first(keys);
    }

    /** Its own, else what is common. */
    public @Nullable Setting find(Property property) {
        Setting own = own(property);
        return own == null ? common(property) : own;
    }

    private @Nullable Setting first(List<String> keys) {
        return keys.stream()
                .map(this::lookUp)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Setting lookUp(String key) {
        String text = all.find(key);
        if (text == null || text.isBlank()) {
            return null;
        }
        return new Setting(
                key,
                Objects.requireNonNullElse(Expression.resolve(text, all), text).trim());
    }
}
