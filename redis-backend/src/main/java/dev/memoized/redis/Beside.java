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
    private final Shared shared;
    private final Server server;

    Beside(Shared shared) {
        this.shared = shared;
        this.server = shared.server();
    }

    /** All by one command. */
    @Override
    public List<@Nullable Entry<byte[]>> read(List<Scope> scopes, Judge judge) {
        List<byte[]> names = new ArrayList<>();
        scopes.forEach(scope -> names.addAll(scope.toRead()));
        List<byte @Nullable []> answer = names.isEmpty() ? List.of() : server.read(names);
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
        return server.again(form, script.beside(), scope.names(), () -> shared.said(arguments.get()));
    }

    @Override
    public <T> T once(
            Function<Object, T> form, Script script, Scope scope, Collection<String> tags, byte[]... arguments) {
        return server.once(form, script.beside(), scope.with(tags), shared.said(arguments));
    }

    @Override
    public Done replace(RedisLease claim, Collection<String> tags, byte[] others, byte[]... arguments) {
        byte[][] all =
                Stream.concat(Arrays.stream(arguments), Stream.of(others)).toArray(byte[][]::new);
        return once(Done::of, Script.REPLACE, claim.scope(), tags, all);
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
