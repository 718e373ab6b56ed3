package dev.memoized.impl.config;

import dev.memoized.impl.log.WiringMessage;
import dev.memoized.spi.BackendProvider;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.TimeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The backends to which settings give a type, each made when it is first asked for. Thread-safe. */
public final class ConfiguredBackends implements AutoCloseable {
    /** What settings call the backend of methods that choose none. */
    public static final String DEFAULT = "default";

    private final Lock lock = new ReentrantLock();
    private final Map<String, CacheBackend> made = new HashMap<>();
    private final Map<String, BackendProvider> providers = new TreeMap<>();
    private final Settings settings;
    private final TimeSource time;

    /**
     * Those of an application.
     *
     * @param loader from which providers are found
     * @param time for those that are made
     */
    public ConfiguredBackends(Settings settings, @Nullable ClassLoader loader, TimeSource time) {
        this.settings = settings;
        this.time = time;
        addProviders(ConfiguredBackends.class.getClassLoader());
        addProviders(loader);
    }

    /** The library may be where the application's loader does not look. */
    private void addProviders(@Nullable ClassLoader loader) {
        try {
            ServiceLoader.load(BackendProvider.class, loader)
                    .forEach(provider -> providers.putIfAbsent(provider.type(), provider));
        } catch (ServiceConfigurationError ofAnotherLoader) {
            return; // a library of its own beside this one
        }
    }

    /** The names to which a type is given, also one that is unknown; without those that only an environment variable does. */
    public Set<String> names() {
        Set<String> names = KnownKeys.backends(settings);
        names.removeIf(name -> !has(name));
        return names;
    }

    /** Whether a type is given to that name. */
    public boolean has(String name) {
        return of(name).text(Property.TYPE.key()).isPresent();
    }

    private SettingsOfBackend of(String name) {
        return new SettingsOfBackend(settings, name, time);
    }

    /** The last words of keys that providers read. */
    public Set<String> properties() {
        Set<String> all = new TreeSet<>();
        providers.values().forEach(provider -> all.addAll(provider.properties()));
        return all;
    }

    /** What is wrong with them, each a sentence with its id; every one is made, and closed again. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (String name : names()) {
            try {
                make(name).close();
            } catch (IllegalStateException refused) {
                problems.add(refused.getMessage());
            }
        }
        return problems;
    }

    /**
     * The backend of that name.
     *
     * @return null when it has no type
     * @throws IllegalStateException when it cannot be made
     */
    public @Nullable CacheBackend find(String name) {
        if (!has(name)) {
            return null;
        }
        CacheBackend known = known(name);
        return known == null ? first(name, make(name)) : known;
    }

    private @Nullable CacheBackend known(String name) {
        lock.lock();
        try {
            return made.get(name);
        } finally {
            lock.unlock();
        }
    }

    private CacheBackend first(String name, CacheBackend fresh) {
        CacheBackend before;
        lock.lock();
        try {
            before = made.putIfAbsent(name, fresh);
        } finally {
            lock.unlock();
        }
        if (before == null) {
            return fresh;
        }
        fresh.close();
        return before;
    }

    private CacheBackend make(String name) {
        String type = of(name).text(Property.TYPE.key()).orElse("");
        BackendProvider provider = providers.get(type);
        String place = "memoized.backend." + name + ".type";
        if (provider == null) {
            throw new IllegalStateException(WiringMessage.BACKEND_TYPE_UNKNOWN.textAt(place, type, providers.keySet()));
        }
        try {
            return provider.create(of(name));
        } catch (IllegalArgumentException refused) {
            throw new IllegalStateException(
                    WiringMessage.BACKEND_NOT_MADE.textAt(place, name, String.valueOf(refused.getMessage())), refused);
        }
    }

    @Override
    public void close() {
        List<CacheBackend> all;
        lock.lock();
        try {
            all = List.copyOf(made.values());
            made.clear();
        } finally {
            lock.unlock();
        }
        all.forEach(CacheBackend::close);
    }
}
