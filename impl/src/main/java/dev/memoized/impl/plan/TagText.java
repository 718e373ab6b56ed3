package dev.memoized.impl.plan;

import dev.memoized.impl.log.ChangeMessage;
import dev.memoized.impl.plan.Path.NoPathException;
import dev.memoized.impl.type.Erasure;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tag with gaps that are filled at each call: {@code "author:{book.author.id}"}. */
public final class TagText {
    /** Beyond that there is no such tag. */
    static final int LONGEST = 1_000;

    private static final Pattern GAP = Pattern.compile("\\{([^{}]*)}");
    private static final Set<Class<?>> TELLING = Set.of(
            String.class,
            Integer.class,
            Long.class,
            Short.class,
            Byte.class,
            Character.class,
            Boolean.class,
            BigInteger.class,
            UUID.class,
            URI.class,
            Locale.class);

    private final List<String> words;
    private final List<Path> gaps;

    private TagText(List<String> words, List<Path> gaps) {
        this.words = List.copyOf(words);
        this.gaps = List.copyOf(gaps);
    }

    /**
     * Reads a tag.
     *
     * @param mayBeResult whether a gap may be filled from the result
     * @param place for messages
     * @return null when a problem was added
     */
    static @Nullable TagText read(String text, Method method, boolean mayBeResult, String place, Problems problems) {
        List<String> words = new ArrayList<>();
        List<Path> gaps = new ArrayList<>();
        Matcher gap = GAP.matcher(text);
        int end = 0;
        while (gap.find()) {
            words.add(text.substring(end, gap.start()));
            end = gap.end();
            Path path = pathIn(gap.group(1), method, mayBeResult, place, problems);
            if (path == null) {
                return null;
            }
            gaps.add(path);
        }
        words.add(text.substring(end));
        if (text.isBlank() || text.length() > LONGEST || words.stream().anyMatch(TagText::isMalformed)) {
            problems.add(place, ChangeMessage.TAG_MALFORMED, text.replaceAll("\\p{Cntrl}", "?"));
            return null;
        }
        return new TagText(words, gaps);
    }

    private static boolean isMalformed(String word) {
        return word.indexOf('{') >= 0 || word.indexOf('}') >= 0 || word.chars().anyMatch(Character::isISOControl);
    }

    private static @Nullable Path pathIn(
            String text, Method method, boolean mayBeResult, String place, Problems problems) {
        try {
            Path path = Path.read(text, method, mayBeResult);
            if (isTelling(Erasure.boxed(path.type()))) {
                return path;
            }
            problems.add(place, ChangeMessage.TAG_PART_MUTE, text, path.type().getName());
        } catch (NoPathException nowhere) {
            nowhere.addTo(problems, place);
        }
        return null;
    }

    /** Whether equal values, and only these, have equal texts, on every node. */
    private static boolean isTelling(Class<?> type) {
        return TELLING.contains(type) || type.isEnum() || type.getName().startsWith("java.time.");
    }

    boolean isOfResult() {
        return gaps.stream().anyMatch(Path::isOfResult);
    }

    /** Of the parameters that it is made of. */
    Stream<Integer> positions() {
        return gaps.stream().map(Path::position);
    }

    /** Whether it is the same for all calls. */
    boolean isConstant() {
        return gaps.isEmpty();
    }

    /**
     * The tag of a call.
     *
     * @return null when a gap is filled with null, or it gets too long: nothing has such a tag
     * @throws RuntimeException what a getter threw
     */
    @Nullable
    String of(List<? extends @Nullable Object> arguments, @Nullable Object result) {
        StringBuilder tag = new StringBuilder(words.get(0));
        for (int i = 0; i < gaps.size(); i++) {
            Object value = gaps.get(i).in(arguments, result);
            if (value == null) {
                return null;
            }
            tag.append(textOf(value)).append(words.get(i + 1));
        }
        return tag.length() > LONGEST ? null : tag.toString();
    }

    private static String textOf(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value instanceof Locale locale ? locale.toLanguageTag() : value.toString();
    }
}
