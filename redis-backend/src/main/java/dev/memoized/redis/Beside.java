package dev.memoized.redis;

import dev.memoized.spi.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One server has all: entries are read together with their marks, and scripts find them. */
final class Beside implements Access {
    private final Written written = new Written();
    private final Shared shared;
    private final Server server;
    private final Replicas replicas;

    Beside(Shared shared, Replicas replicas) {
        this.shared = shared;
        this.server = shared.server();
        this.replicas = replicas;
    }

    /** All by one command. */
    @Override
    public List<@Nullable Entry<byte[]>> read(List<Scope> scopes, Judge judge) {
        if (scopes.isEmpty()) {
            return List.of();
        }
        List<byte[]> names = new ArrayList<>();
        scopes.forEach(scope -> names.addAll(scope.toRead()));
        long asked = shared.channel().hearing().beginning();
        List<byte @Nullable []> answer = replicas.isEmpty() ? null : fromAReplica(scopes, names);
        List<byte @Nullable []> found = answer == null ? server.read(names) : answer;
        shared.told(found.get(1), asked);
        return judged(scopes, found, judge);
    }

    /** Nothing unless it knows of all that this JVM has written of these, and of the last mark that this JVM knows of. */
    private @Nullable List<byte @Nullable []> fromAReplica(List<Scope> scopes, List<byte[]> names) {
        List<byte[]> all = new ArrayList<>(names);
        all.add(shared.names().written());
        List<byte @Nullable []> answer = replicas.read(all);
        if (answer == null) {
            return null;
        }
        byte[] number = answer.get(1);
        byte[] writes = answer.get(names.size());
        boolean isRecent = shared.marks().isKnownBy(number == null ? Long.MIN_VALUE : Level.number(number))
                && written.isSeen(scopes.stream().map(Scope::id).toList(), writes == null ? -1 : Level.number(writes));
        return isRecent ? answer : null;
    }

    private List<@Nullable Entry<byte[]>> judged(List<Scope> scopes, List<byte @Nullable []> answer, Judge judge) {
        List<@Nullable Entry<byte[]>> found = new ArrayList<>(scopes.size());
        int at = 0;
        for (Scope scope : scopes) {
            int next = at + scope.toRead().size();
            found.add(judged(answer.subList(at, next), scope, judge));
            at = next;
        }
        return found;
    }

    /** The entry, the number of the last invalidation, and the marks of the key. */
    private @Nullable Entry<byte[]> judged(List<byte @Nullable []> answer, Scope scope, Judge judge) {
        Entry<byte[]> entry = judge.whole(answer.get(0));
        byte[] number = answer.get(1);
        if (entry == null || (number != null && Level.number(number) < entry.asOf())) {
            return null;
        }
        Level level = shared.marks().of(scope.added(entry.tags()));
        for (byte[] mark : answer.subList(2, answer.size())) {
            level = level.and(Level.of(mark, number));
        }
        return level.leaves(entry);
    }

    @Override
    public @Nullable Entry<byte[]> found(Asked answer, Scope scope, Judge judge) {
        return judge.found(answer);
    }

    @Override
    public <T> T again(Function<Object, T> form, Script script, Scope scope, Supplier<byte[][]> arguments) {
        return server.again(noted(form, scope), script.beside(), scope.names(), () -> said(arguments.get()));
    }

    @Override
    public <T> T once(
            Function<Object, T> form, Script script, Scope scope, Collection<String> tags, byte[]... arguments) {
        return server.once(noted(form, scope), script.beside(), scope.with(tags), said(arguments));
    }

    private byte[][] said(byte[]... arguments) {
        return replicas.isEmpty() ? shared.said(arguments) : shared.saidCounting(arguments);
    }

    private <T> Function<Object, T> noted(Function<Object, T> form, Scope scope) {
        return answer -> {
            Done.number(answer).ifPresent(number -> written.wrote(scope.id(), number));
            return form.apply(answer);
        };
    }

    @Override
    public Done replace(RedisLease claim, Collection<String> tags, byte[] others, byte[]... arguments) {
        byte[][] all =
                Stream.concat(Arrays.stream(arguments), Stream.of(others)).toArray(byte[][]::new);
        return once(Done::of, Script.REPLACE, claim.scope(), tags, all);
    }

    @Override
    public Done delete(Scope scope) {
        return again(Done::of, Script.DELETE, scope);
    }

    @Override
    public List<byte @Nullable []> ask(List<byte[]> marks) {
        List<byte[]> all = new ArrayList<>(List.of(shared.names().number()));
        all.addAll(marks);
        return server.read(all);
    }

    @Override
    public long time() {
        return server.time();
    }
}
