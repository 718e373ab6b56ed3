package dev.memoized.impl.plan;

import dev.memoized.Memoized;
import dev.memoized.Refresh;
import dev.memoized.WhenCold;
import dev.memoized.impl.config.MethodSettings;
import dev.memoized.impl.config.Property;
import dev.memoized.impl.config.Setting;
import dev.memoized.impl.config.Settings;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an annotation says once configuration is heard: what is set for the method or its class comes first, then what is
 * written, then what is set for the backend and for all. What is set for all is passed over where it makes no sense: only
 * what somebody said of a method can contradict it.
 */
final class ConfiguredMembers {
    private static final Set<Property> OF_RENEWALS =
            EnumSet.of(Property.REFRESH, Property.WAIT_FOR_REFRESH, Property.WAIT_AFTER, Property.EAGER_REFRESH);
    private static final Set<Property> BEHIND =
            EnumSet.of(Property.WAIT_FOR_REFRESH, Property.EAGER_REFRESH, Property.EARLY_REFRESH);
    private static final Set<Property> LIMITS =
            EnumSet.of(Property.REFRESH_AFTER, Property.EXPIRE_AFTER, Property.WAIT_AFTER);
    private static final Set<Property> OF_OWNED =
            EnumSet.of(Property.KEY_GENERATOR, Property.CACHE_IF, Property.SCHEMA, Property.TAGS);
    private static final Set<Property> OF_BEANS =
            EnumSet.of(Property.VARY_BY, Property.INDEPENDENT_OF, Property.BACKEND);
    private static final Set<Property> OF_PROGRAM = EnumSet.complementOf(EnumSet.of(
            Property.VARY_BY,
            Property.INDEPENDENT_OF,
            Property.ISOLATED,
            Property.VERSIONED_BY,
            Property.SCHEMA,
            Property.KEY_GENERATOR,
            Property.CACHE_IF,
            Property.TAGS,
            Property.BACKEND));

    private final Map<String, Object> told = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Declaration written;
    private final MethodSettings settings;
    private final MemberReader values;

    private ConfiguredMembers(Declaration written, MethodSettings settings, Problems problems) {
        this.written = written;
        this.settings = settings;
        this.values = new MemberReader(written.beanClass().getClassLoader(), problems);
    }

    /** The declaration as it holds. */
    static Declaration read(Declaration written, MethodSettings settings, Problems problems) {
        return new ConfiguredMembers(written, settings, problems).read();
    }

    /** Looks whether what is set for all can be read. */
    static void checkCommon(Settings settings, Problems problems) {
        MethodSettings ofAll = MethodSettings.ofAll(settings);
        MemberReader values = new MemberReader(null, problems);
        for (Property property : Property.values()) {
            Setting setting = ofAll.common(property);
            if (setting != null) {
                memberOf(property).ifPresent(member -> values.read(member, setting));
            }
        }
    }

    private Declaration read() {
        properties().forEach(this::tellOwn);
        if (!isTold(Property.BACKEND) && written.qualifiers().isEmpty()) {
            tellCommon(Property.BACKEND, settings);
        }
        BackendChoice backend = BackendChoice.read(configured(), new Problems());
        MethodSettings ofBackend = settings.at(backend.name());
        OwnLimits own = OwnLimits.of(configured().memoized(), settings.all());
        properties()
                .filter(property -> property != Property.BACKEND && mayBeCommon(property, backend.owner()))
                .filter(property -> isAllowed(own, property, ofBackend))
                .forEach(property -> tellCommon(property, ofBackend));
        return configured();
    }

    private Stream<Property> properties() {
        return Arrays.stream(Property.values())
                .filter(property -> memberOf(property).isPresent())
                .filter(property -> !written.isOfProgram() || OF_PROGRAM.contains(property))
                .filter(property -> written.isIntercepted() || !OF_BEANS.contains(property));
    }

    private static boolean isAllowed(OwnLimits own, Property property, MethodSettings from) {
        Setting setting = LIMITS.contains(property) ? from.common(property) : null;
        return setting == null || own.allow(property, setting.text(), from.all());
    }

    private void tellOwn(Property property) {
        tell(property, settings.own(property));
    }

    private void tellCommon(Property property, MethodSettings from) {
        if (!isTold(property) && isSilent(property)) {
            tell(property, from.common(property));
        }
    }

    private void tell(Property property, @Nullable Setting setting) {
        if (setting == null) {
            return;
        }
        Object value = values.read(memberOf(property).orElseThrow(), setting);
        boolean takesBack = property == Property.ISOLATED && Boolean.FALSE.equals(value);
        if (value != null && !takesBack) {
            told.put(property.member(), value);
            keys.put(property.member(), setting.key());
        }
    }

    private boolean isTold(Property property) {
        return told.containsKey(property.member());
    }

    /** Whether the annotation says what it says when nobody writes anything. */
    private boolean isSilent(Property property) {
        Method member = memberOf(property).orElseThrow();
        try {
            return Objects.deepEquals(member.invoke(written.memoized()), member.getDefaultValue());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean mayBeCommon(Property property, Owner owner) {
        Memoized now = configured().memoized();
        boolean isOfNoUse = (owner != Owner.BACKEND && !OF_OWNED.contains(property))
                || (OF_RENEWALS.contains(property) && now.refreshAfter().isEmpty())
                || (BEHIND.contains(property) && now.refresh() == Refresh.CALLER)
                || (property == Property.WAIT_AT_MOST && now.whenCold() != WhenCold.WAIT);
        return !isOfNoUse;
    }

    /** Configuration that chooses a backend comes before a qualifier that does. */
    private Declaration configured() {
        return told.isEmpty()
                ? written
                : new Declaration(
                        written.beanClass(),
                        written.method(),
                        Members.of(written.memoized(), told),
                        written.origin(),
                        isTold(Property.BACKEND) ? List.of() : written.qualifiers(),
                        Map.copyOf(keys));
    }

    private static Optional<Method> memberOf(Property property) {
        return Arrays.stream(Memoized.class.getDeclaredMethods())
                .filter(member -> member.getName().equals(property.member()))
                .findAny();
    }
}
