package dev.memoized.redis;

import dev.memoized.BackendException;
import dev.memoized.spi.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Of a cluster, where each entry lies on a node of its own and all marks on one: they are held here, and scripts are told of
 * them. What an entry is judged by may be a moment old; its number tells for ever what it is older than.
 */
final class Apart implements Access {
    /** So often the tags of what a key holds may change between two questions. */
    private static final int QUESTIONS = 10;

    private static final byte[] NOTHING = {};

    private final Shared shared;
    private final Server server;
    private final Function<List<byte[]>, List<?>> reader;

    /**
     * Of all namespaces.
     *
     * @param reader values of names on any nodes, null for those that are not there
     */
    Apart(Shared shared, Function<List<byte[]>, List<?>> reader) {
        this.shared = shared;
        this.reader = reader;
        this.server = shared.server();
    }

    @Override
    public List<@Nullable Entry<byte[]>> read(List<Scope> scopes, Judge judge) {
        List<byte @Nullable []> answer =
                server.read(scopes.stream().map(Scope::entry).toList(), reader);
        List<@Nullable Entry<byte[]>> found = new ArrayList<>(scopes.size());
        for (int i = 0; i < scopes.size(); i++) {
            Entry<byte[]> entry = judge.whole(answer.get(i));
            found.add(entry == null ? null : judged(entry, scopes.get(i)));
        }
        return found;
    }

    /** One that is more recent than what is held here was stored by who knows more. */
    private @Nullable Entry<byte[]> judged(Entry<byte[]> entry, Scope scope) {
        List<byte[]> needed = scope.marks(entry.tags());
        HeldMarks.Known known = shared.marks().known(needed, Currency.RECENT);
        if (known.number() < entry.asOf()) {
            known = shared.marks().known(needed, Currency.NOW);
        }
        return known.number() < entry.asOf() ? null : known.all().leaves(entry);
    }

    @Override
    public @Nullable Entry<byte[]> found(Asked answer, Scope scope, Judge judge) {
        if (!answer.isOpen()) {
            return judge.found(answer);
        }
        Entry<byte[]> entry = judge.whole(answer.held().get(0));
        return entry == null ? null : judged(entry, scope);
    }

    @Override
    public <T> T again(Function<Object, T> form, Script script, Scope scope, Supplier<byte[][]> arguments) {
        return asked(
                form,
                scope,
                Set.of(),
                script.currency(),
                told -> server.again(
                        Apart::asItIs, script.apart(), scope.own(), () -> shared.said(told, arguments.get())));
    }

    @Override
    public <T> T once(
            Function<Object, T> form, Script script, Scope scope, Collection<String> tags, byte[]... arguments) {
        return asked(
                form,
                scope,
                tags,
                script.currency(),
                told -> server.once(Apart::asItIs, script.apart(), scope.own(), shared.said(told, arguments)));
    }

    private static Object asItIs(Object answer) {
        return answer;
    }

    /** A script that finds tags of which it was not told has done nothing yet, and asks. */
    private <T> T asked(
            Function<Object, T> form,
            Scope scope,
            Collection<String> tags,
            Currency currency,
            Function<Told, Object> script) {
        Set<String> found = new LinkedHashSet<>();
        Currency wanted = currency;
        for (int i = 0; i < QUESTIONS; i++) {
            Object answer = script.apply(told(scope, tags, found, wanted));
            List<String> question = Asked.question(answer);
            if (question == null) {
                return server.formed(form, answer);
            }
            found.addAll(question);
            wanted = Currency.NOW;
        }
        throw new BackendException("Redis: the tags of an entry change too quickly", null);
    }

    private Told told(Scope scope, Collection<String> tags, Set<String> found, Currency currency) {
        List<byte[]> ofKey = scope.marks(tags);
        List<byte[]> ofHeld = scope.added(found);
        HeldMarks.Known known = shared.marks()
                .known(Stream.concat(ofKey.stream(), ofHeld.stream()).toList(), currency);
        return new Told(known, known.of(ofKey), shared.stamp(), currency == Currency.NOW);
    }

    /**
     * The mark is raised first, on its own node: what is stored then bears the number of that. Until it is stored nobody but
     * its holder compares the claim with marks, as it stood before.
     */
    @Override
    public Done replace(RedisLease claim, Collection<String> tags, byte[] others, byte[]... arguments) {
        byte[][] all =
                Stream.concat(Arrays.stream(arguments), Stream.of(NOTHING)).toArray(byte[][]::new);
        if (others.length == 0) {
            return once(Done::of, Script.REPLACE, claim.scope(), tags, all);
        }
        if (again(Server::number, Script.KEEP, claim.scope(), Form.ascii(claim.token())) == 0) {
            return new Done(0, Set.of());
        }
        long asOf = claim.asOf();
        Raised raised = shared.raiseOnce(claim.scope().marks(tags), others);
        if (raised.before().isAbove(asOf)) {
            again(Done::of, Script.RELEASE, claim.scope(), Form.ascii(claim.token()));
            return new Done(0, Set.of());
        }
        Told told = new Told(new HeldMarks.Known(raised.number(), Map.of()), Level.NONE, shared.stamp(), true);
        return server.once(Done::of, Script.REPLACE.apart(), claim.scope().own(), shared.said(told, all));
    }

    /** While a slot moves its keys are on two nodes, and no script may have both: then each is taken away by itself. */
    @Override
    public Done delete(Scope scope) {
        try {
            return again(Done::of, Script.DELETE, scope);
        } catch (BackendException failure) {
            if (!Trouble.TRYAGAIN.isOf(failure)) {
                throw failure;
            }
            return new Done(server.delete(scope.own()), Set.of());
        }
    }

    /** Nobody else makes those that are not there. */
    @Override
    public List<byte @Nullable []> ask(List<byte[]> wanted) {
        long asked = shared.time().nanos();
        List<byte @Nullable []> answer =
                server.again(Apart::values, Script.MARKS.beside(), shared.numberAnd(wanted), shared::said);
        shared.clock().heard(Level.number(Objects.requireNonNull(answer.get(wanted.size() + 1))), asked);
        return answer;
    }

    private static List<byte @Nullable []> values(Object answer) {
        List<byte @Nullable []> values = new ArrayList<>();
        ((List<?>) answer).forEach(value -> values.add((byte[]) value));
        return values;
    }

    @Override
    public long time() {
        return Level.number(Objects.requireNonNull(ask(List.of()).get(1)));
    }
}
