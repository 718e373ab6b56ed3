package dev.memoized.impl.memoizer;

import dev.memoized.CacheIf;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedTerms;
import dev.memoized.VersionSource;
import dev.memoized.impl.config.MethodSettings;
import dev.memoized.impl.config.Property;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.plan.Instances;
import dev.memoized.impl.plan.Members;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Terms as the rest of the library takes them: an annotation, the objects that it names, and settings. */
final class TermsReader {
    private static final String MAXIMUM_SIZE = "maximumSize";
    private static final String TYPE = "type";

    private final Map<String, Object> told;

    TermsReader(MemoizedTerms terms) {
        this.told = terms.told();
    }

    /** The annotation as it would be on a method of that name. */
    Memoized annotation(String name) {
        Map<String, Object> members = new HashMap<>();
        members.put("name", name);
        told.forEach((member, value) -> {
            if (!member.equals(MAXIMUM_SIZE) && !member.equals(TYPE)) {
                members.put(member, asMember(value));
            }
        });
        return Members.of(Members.defaults(), members);
    }

    private static Object asMember(Object value) {
        if (value instanceof List<?> texts) {
            return texts.toArray(String[]::new);
        }
        boolean isObject = value instanceof CacheIf || value instanceof KeyGenerator || value instanceof VersionSource;
        return isObject ? value.getClass() : value;
    }

    /** The type of the values. */
    Type typeOr(Type declared) {
        return told.get(TYPE) instanceof Type type ? type : declared;
    }

    /** Settings in which the terms stand for the method's own, where nothing is set. */
    Settings behind(Settings settings, String name) {
        Object size = told.get(MAXIMUM_SIZE);
        return size == null
                ? settings
                : new Supplemented(settings, MethodSettings.key(name, Property.MAXIMUM_SIZE), String.valueOf(size));
    }

    private record Supplemented(Settings settings, String key, String text) implements Settings {
        @Override
        public @Nullable String find(String asked) {
            String set = settings.find(asked);
            return set == null && asked.equals(key) ? text : set;
        }

        @Override
        public Set<String> keys() {
            return settings.keys();
        }
    }

    /** The objects that the terms name, and made ones for configuration. What comes after the tenure is not kept. */
    Instances instances(Tenure tenure) {
        return new Instances() {
            @Override
            @SuppressWarnings("unchecked") // asked for as a condition, and used as one
            public <T> T get(Class<T> type) throws ReflectiveOperationException {
                T found = find(type);
                if (!(found instanceof CacheIf condition)) {
                    return found;
                }
                CacheIf during = (call, result) -> !tenure.isOver() && condition.test(call, result);
                return (T) during;
            }
        };
    }

    private <T> T find(Class<T> type) throws ReflectiveOperationException {
        for (Object value : told.values()) {
            if (value.getClass() == type) {
                return type.cast(value);
            }
        }
        return Instances.byConstructor().get(type);
    }
}
