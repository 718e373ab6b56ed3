package dev.memoized.impl.engine;

import dev.memoized.impl.backend.CopyingStore;
import dev.memoized.impl.backend.CountedStore;
import dev.memoized.impl.backend.EncodedStore;
import dev.memoized.impl.backend.EncodedStore.Numbers;
import dev.memoized.impl.backend.GuardedStore;
import dev.memoized.impl.backend.HoldingStore;
import dev.memoized.impl.backend.Kind;
import dev.memoized.impl.backend.KindStore;
import dev.memoized.impl.backend.LoggedStore;
import dev.memoized.impl.backend.PrefixedStore;
import dev.memoized.impl.backend.QuietStore;
import dev.memoized.impl.backend.WatchedStore;
import dev.memoized.impl.codec.ValueForm;
import dev.memoized.impl.key.CanonicalForm;
import dev.memoized.impl.key.State;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.StoreMessage;
import dev.memoized.impl.plan.CommonSettings;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.Problems;
import dev.memoized.impl.plan.Storing;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens the stores of namespaces, with all that the library puts before them: the one that the caller gets is the last. Used
 * under the lock of {@link Memories}.
 */
final class Stores implements AutoCloseable {
    private final Map<Place, Store<?>> opened = new HashMap<>();
    private final Map<CacheBackend, AtomicLong> invalidations = new HashMap<>();
    private final Seams seams;
    private final Forms forms;
    private final Guards guards;
    private final boolean detectsMutation;
    private final Log log;

    Stores(Seams seams, Forms forms, Log log) {
        this.seams = seams;
        this.forms = forms;
        this.guards = new Guards(seams.time(), log);
        this.detectsMutation = new CommonSettings(seams.settings(), new Problems()).isDetectingMutation();
        this.log = log;
        if (detectsMutation) {
            log.info(StoreMessage.VALUES_WATCHED, Memoization.DETECT_MUTATION);
        }
    }

    /**
     * A store as the engine uses it.
     *
     * @param counted the layer of it that counts
     * @param kind that it shows; null when it shows all
     * @param invalidations counts those of its backend
     */
    record Opened(Store<Object> store, CountedStore<Object> counted, @Nullable Kind kind, AtomicLong invalidations) {}

    Opened open(MethodPlan plan, CacheBackend backend, Values values) {
        Store<Object> objects = backend instanceof ByteBackend bytes
                ? encoded(plan, bytes, values)
                : copied(plan, objects(plan, (ObjectBackend) backend), values);
        CountedStore<Object> counted = new CountedStore<>(objects, plan.name());
        Store<Object> store = plan.storing().logged()
                ? new LoggedStore<>(counted, namespace(plan, plan.storing().maximumSize()), log)
                : counted;
        store = new QuietStore<>(store, plan.name(), seams.time(), log, invalidations(backend));
        if (detectsMutation && isByReference(backend) && !plan.storing().copies()) {
            store = new WatchedStore(store, plan.name(), Stores::look, log);
        }
        Kind kind = values.ofProgram() ? Kind.of(values.type()) : null;
        return new Opened(kind == null ? store : new KindStore(store, kind), counted, kind, invalidations(backend));
    }

    private AtomicLong invalidations(CacheBackend backend) {
        invalidations.putIfAbsent(backend, new AtomicLong());
        return Objects.requireNonNull(invalidations.get(backend));
    }

    private Store<Object> encoded(MethodPlan plan, ByteBackend backend, Values values) {
        Namespace namespace = namespace(plan, plan.storing().maximumSize());
        ValueForm form = forms.of(plan.toString(), values, plan.storing());
        Numbers numbers = values.ofProgram() ? Numbers.COUNTED : Numbers.PLAIN;
        return new EncodedStore(bytes(plan, backend, namespace), namespace, form, numbers, log);
    }

    @SuppressWarnings("unchecked") // stored here for this backend, whose stores are of bytes
    private Store<byte[]> bytes(MethodPlan plan, ByteBackend backend, Namespace namespace) {
        return (Store<byte[]>) once(
                Place.of(plan, backend), () -> apart(plan, guarded(plan, backend, namespace, backend.open(namespace))));
    }

    @SuppressWarnings("unchecked") // stored here for this backend, whose stores are of objects
    private Store<Object> objects(MethodPlan plan, ObjectBackend backend) {
        return (Store<Object>) once(Place.of(plan, backend), () -> {
            Namespace namespace = namespace(plan, plan.storing().maximumSize());
            Store<Object> store = backend.open(namespace);
            return apart(plan, isShared(backend) ? guarded(plan, backend, namespace, store) : store);
        });
    }

    private <V> Store<V> guarded(MethodPlan plan, CacheBackend backend, Namespace namespace, Store<V> store) {
        Store<V> guarded = new GuardedStore<>(store, namespace.name(), guards.of(backend, plan));
        return isShared(backend) ? new HoldingStore<>(guarded, plan.storing().lease(), seams.time()) : guarded;
    }

    private static boolean isShared(CacheBackend backend) {
        return backend.capabilities().contains(Capability.SHARED);
    }

    private static <V> Store<V> apart(MethodPlan plan, Store<V> store) {
        return PrefixedStore.of(store, plan.prefix());
    }

    private Store<?> once(Place place, Supplier<Store<?>> opening) {
        Store<?> known = opened.get(place);
        if (known != null) {
            return known;
        }
        Store<?> made = opening.get();
        opened.put(place, made);
        return made;
    }

    private Store<Object> copied(MethodPlan plan, Store<Object> store, Values values) {
        Storing storing = plan.storing();
        return storing.copies()
                ? new CopyingStore(store, plan.name(), forms.of(plan.toString(), values, storing), log)
                : store;
    }

    private static boolean isByReference(CacheBackend backend) {
        return backend.capabilities().contains(Capability.BY_REFERENCE);
    }

    static Namespace namespace(MethodPlan plan, long entriesAtMost) {
        String name = PrefixedStore.named(plan.prefix(), plan.name());
        return new Namespace(name, plan.schema(), entriesAtMost, new CanonicalForm(name, plan.schema()));
    }

    private static WatchedStore.@Nullable Sight look(Object value) {
        State state = State.ofResult(value);
        return state == null ? null : () -> state.changedIn(value);
    }

    @Override
    public void close() {
        guards.close();
        forms.close();
    }

    private record Place(CacheBackend backend, String prefix, String name, String schema) {
        static Place of(MethodPlan plan, CacheBackend backend) {
            return new Place(backend, plan.prefix(), plan.name(), plan.schema());
        }
    }
}
